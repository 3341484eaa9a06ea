"""A batch loses nothing and does nothing twice, whoever is killed in the middle of it."""

import io
import json
import multiprocessing
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
import small_course
from nbgrader.api import Gradebook
from test_sandbox import wait_for

from autograder import batch, overview, work, workers
from autograder.cells import answers, fill, read
from autograder.cli import main
from autograder.course import Course, Misuse
from autograder.grading import Classroom
from autograder.kernels import NoKernel
from autograder.progress import Progress
from autograder.record import Record
from autograder.tools import quiet
from autograder.workers import Processes

pytestmark = pytest.mark.slow

UNIT = small_course.UNIT


def hand_in(room, *students):
    """Hand in notebooks that differ in nothing but a name."""
    release = read(room.course.release(UNIT))
    for student in students:
        room.hand_in(UNIT, student, fill(release, {"double": f"name = {student!r}"}))


def pretend(data, sandbox):
    """Stand in for a worker: marks that tell one submission from another, at once."""
    item = work.Item.unpack(data)
    (text,) = item.files.values()
    name = re.search(rb"name = '([^']*)'", text)[1].decode()
    notebook = nbformat.reads(item.form, as_version=4)
    number = int(name.split("-")[-1]) if "-" in name else 0
    points = {"double-visible": 2, "double-hidden": 1, "square-visible": 2, "square-hidden": 1}
    marks = {grade: (float(number % (most + 1)), most) for grade, most in points.items()}
    return work.Result(item.unit, nbformat.writes(notebook), marks, {}).pack()


class Threads:
    """Workers whose work a test makes up."""

    lost = (BrokenExecutor,)
    number = 2

    def __init__(self, function):
        self.executor = Redirected(function)
        self.renewed = 0

    def renew(self):
        self.renewed += 1


class Redirected(Executor):
    def __init__(self, function):
        self.pool, self.function, self.most, self.out = ThreadPoolExecutor(2), function, 0, 0

    def submit(self, fn, *arguments):
        self.out += 1
        self.most = max(self.most, self.out)
        future = self.pool.submit(self.function, *arguments)
        future.add_done_callback(self.came)
        return future

    def came(self, future: Future):
        self.out -= 1


def grade(room, function=pretend, tell=print, each=lambda: None):
    """Grade all that is handed in, and return what was done by student, and the workers."""
    threads = Threads(function)
    with Record(room) as record:
        names = [(UNIT, student) for student in room.students(UNIT)]
        waiting = filter(None, batch.tasks(room, record, names))
        done = {}
        for one in batch.run(record, waiting, threads, True, tell):
            done[one.student] = one
            each()
    return done, threads


def all_grades(room):
    """Every grade that is in the gradebook, by student and cell."""
    course_id = room.config.CourseDirectory.course_id
    with quiet(), Gradebook(room.db_url, course_id) as book:
        return {
            one.student.id: {grade.name: grade.auto_score for grade in one.notebooks[0].grades}
            for one in book.assignment_submissions(UNIT)
        }


def test_every_submission_gets_its_own_grade_and_not_all_are_held_in_memory(room):
    hand_in(room, *(f"student-{number}" for number in range(12)))
    done, threads = grade(room)
    assert len(done) == 12
    assert threads.executor.most <= batch.AHEAD * threads.number
    grades = all_grades(room)
    assert {name: one["double-visible"] for name, one in grades.items()} == {
        f"student-{number}": number % 3 for number in range(12)
    }


def test_an_unchanged_submission_is_not_graded_again_and_a_changed_one_is(room):
    hand_in(room, "ada", "bob")
    assert set(grade(room)[0]) == {"ada", "bob"}
    assert grade(room)[0] == {}
    hand_in(room, "cy")
    path = room.path("submitted", "bob", UNIT)
    path.write_text(path.read_text(encoding="utf-8").replace("bob", "bob-2"), encoding="utf-8")
    assert set(grade(room)[0]) == {"bob", "cy"}
    assert grade(room)[0] == {}


def test_with_a_changed_unit_or_seed_everything_is_graded_again(room, monkeypatch, tmp_path):
    hand_in(room, "ada")
    assert set(grade(room)[0]) == {"ada"}
    monkeypatch.setenv("CNNBASICS_SEED", "5")
    assert set(grade(room)[0]) == {"ada"}
    changed = tmp_path / "changed"
    shutil.copytree(room.course.root, changed)
    course = Course(changed)
    text = course.source(UNIT).read_text(encoding="utf-8").replace("square(12)", "square(13)")
    course.source(UNIT).write_text(text.replace("144", "169"), encoding="utf-8")
    assert set(grade(Classroom(course, room.folder))[0]) == {"ada"}


def failing(how, names, times=10**9):
    """Work that fails for some students, so many times."""
    left = dict.fromkeys(names, times)

    def function(data, sandbox):
        for name in names:
            if name.encode() in b"".join(work.Item.unpack(data).files.values()) and left[name]:
                left[name] -= 1
                raise how
        return pretend(data, sandbox)

    return function


def test_a_worker_that_disappears_costs_nobody_a_grade(room):
    hand_in(room, "ada", "bob", "cy", "dee", "eve")
    said = []
    done, threads = grade(room, failing(BrokenExecutor("gone"), ["cy"], times=1), said.append)
    assert {name: one.problem for name, one in done.items()} == dict.fromkeys(
        ["ada", "bob", "cy", "dee", "eve"], ""
    )
    assert threads.renewed == 1
    assert said == ["A worker disappeared; what it was doing is done again."]


def test_a_submission_whose_worker_always_disappears_is_told_apart_from_the_others(room):
    hand_in(room, "ada", "bob", "cy", "dee", "eve")
    done, _ = grade(room, failing(BrokenExecutor("gone"), ["cy"]), lambda text: None)
    assert {name for name, one in done.items() if one.problem} == {"cy"}
    assert done["cy"].problem == "its worker disappeared 3 times"
    assert set(grade(room)[0]) == {"cy"}


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (NoKernel("no kernel got ready"), "no kernel got ready"),
        (ZeroDivisionError("a bug"), "the grader failed: ZeroDivisionError: a bug (function"),
    ],
)
def test_what_is_no_fault_of_a_submission_is_no_grade_and_is_tried_again(room, error, says):
    hand_in(room, "ada", "bob")
    done, _ = grade(room, failing(error, ["bob"]))
    assert done["ada"].problem == ""
    assert done["bob"].failed
    assert says in done["bob"].problem
    with Record(room) as record:
        status = overview.status_of(room, record, UNIT)
    assert (status.graded, status.waiting, set(status.failed)) == (["ada"], [], {"bob"})
    assert says in str(status)
    assert set(grade(room)[0]) == {"bob"}


def die(data, sandbox):
    """Take the worker along, for one student."""
    if b"cy" in b"".join(work.Item.unpack(data).files.values()):
        os.kill(os.getpid(), signal.SIGKILL)
    return pretend(data, sandbox)


def test_a_worker_process_that_is_killed_is_replaced(room, monkeypatch):
    monkeypatch.setattr(batch, "grade", die)
    hand_in(room, "ada", "bob", "cy", "dee")
    pool = Processes(2)
    try:
        with Record(room) as record:
            names = [(UNIT, student) for student in room.students(UNIT)]
            waiting = filter(None, batch.tasks(room, record, names))
            done = {one.student: one for one in batch.run(record, waiting, pool, True)}
    finally:
        pool.close()
    assert {name for name, one in done.items() if one.failed} == {"cy"}
    assert set(done) == {"ada", "bob", "cy", "dee"}


KILLS = 50
CLASS = 40


def work_until_killed(root, folder, recorded):
    """Grade a class in a process that somebody may kill."""
    grade(Classroom(Course(root), folder), each=recorded.release)


def test_after_fifty_kills_at_random_every_submission_has_one_grade_and_the_right_one(
    room, tmp_path, monkeypatch
):
    names = [f"student-{number}" for number in range(CLASS)]
    hand_in(room, *names)
    undisturbed = Classroom(room.course, tmp_path / "undisturbed")
    shutil.copytree(room.folder, undisturbed.folder)
    grade(undisturbed)
    # It has imported all of it, so that a process that is killed was at work.
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["__main__", "test_batch"])
    chance = random.Random(3)
    counts = []
    for _ in range(KILLS):
        recorded = server.Semaphore(0)
        arguments = (room.course.root, room.folder, recorded)
        process = server.Process(target=work_until_killed, args=arguments)
        process.start()
        # Mostly when it has recorded some, however slow the machine is, and now and then before.
        some = chance.choice([0, 1, 1, 2, 3])
        end = time.monotonic() + 60
        while some and process.is_alive():
            some -= recorded.acquire(timeout=0.1)
            assert time.monotonic() < end, "it records nothing"
        process.join(chance.uniform(0.0, 0.5))
        process.kill()
        process.join()
        counts.append(len(graded(room)))
        if counts[-1] == CLASS:
            # All done before the last kill: most of it again.
            for name in chance.sample(names, CLASS - 5):
                room.path("autograded", name, UNIT).unlink()
    grade(room)
    assert all_grades(room) == all_grades(undisturbed)
    assert set(all_grades(room)) == set(names)
    assert len(set(counts)) > 5, counts
    assert grade(room)[0] == {}
    for name in names:
        read(room.path("autograded", name, UNIT))
    exported = subprocess.run(
        [sys.executable, "-m", "nbgrader", "export", "--db", room.db_url, "--to", "marks.csv"],
        cwd=room.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert exported.returncode == 0, exported.stderr
    rows = (room.folder / "marks.csv").read_text(encoding="utf-8").splitlines()
    assert sum(UNIT in row for row in rows) == CLASS
    room.give_feedback(UNIT, names[0])


def graded(room):
    with Record(room) as record:
        return record.keys(UNIT)


SLOW = "import time; time.sleep(600)"


def processes_of(folder):
    """The processes of this machine that were started for a course's folder, or by such a one."""
    found, parents = set(), {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            parents[process.name] = (process / "stat").read_text().rsplit(")", 1)[1].split()[1]
        except OSError:
            continue
        if str(folder).encode() in command:
            found.add(process.name)
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is made of Linux")
def test_a_grader_that_is_killed_leaves_no_process_and_goes_on_where_it_was(entered, tmp_path):
    shutil.copytree(entered.root, tmp_path / "course")
    course = Course(tmp_path / "course")
    room = Classroom(course, course.classroom)
    right = answers(read(course.source(UNIT)))
    release = read(course.release(UNIT))
    room.hand_in(UNIT, "ada", fill(release, right))
    room.hand_in(UNIT, "zoe", fill(release, right | {"square": SLOW}))
    command = [sys.executable, "-m", "autograder", "--course", str(course.root), "grade"]
    command += ["--no-feedback", "--workers", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as grader:
        lines = iter(grader.stdout.readline, "")
        assert any(re.search(r"1/2 .* ada +6/6", line) for line in lines)
        assert wait_for(lambda: len(family := processes_of(course.root)) > 3 and family)
        time.sleep(2)
        family = processes_of(course.root)
        grader.kill()
    assert wait_for(lambda: not any(Path("/proc", name).exists() for name in family))
    assert set(graded(room)) == {"ada"}
    room.hand_in(UNIT, "zoe", fill(release, right))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "1 graded, 0 left" in done.stdout
    assert "1 had their grade" in done.stdout
    assert re.search(r"ada +6\n +zoe +6\n", done.stdout)


# What an instructor reads and types.


def test_progress_says_done_left_speed_and_the_last_problem():
    stream = io.StringIO()
    progress = Progress(1000, stream)
    progress.skip()
    progress.add(batch.Done(UNIT, "ada", score=3, points=6))
    progress.add(batch.Done(UNIT, "bob", problem="it is damaged"))
    assert re.fullmatch(
        r"2 graded, 997 left, \d+ a minute, 1 had their grade. "
        r"Last problem: 01_small, bob: it is damaged",
        str(progress),
    )
    assert stream.getvalue() == ""


def test_a_small_class_gets_a_line_for_each():
    stream = io.StringIO()
    Progress(2, stream).add(batch.Done(UNIT, "ada", score=3, points=6))
    assert stream.getvalue() == "  1/2  01_small  ada  3/6\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["grade", "--workers", "0"], "--workers must be 1 or more, and it is 0"),
        (["grade", "--scheduler", "tcp://127.0.0.1:9"], "no Dask scheduler at tcp://127.0.0.1:9"),
        (["explain", "nobody", UNIT], "nobody has no grade in 01_small"),
        (["explain", "nobody", "99_none"], "There is no unit `99_none`"),
        (["report"], "Nothing is graded yet"),
    ],
)
def test_a_misuse_is_explained(entered, tmp_path, capsys, arguments, says, monkeypatch):
    monkeypatch.setattr(workers, "CONNECTING", 1)
    shutil.copytree(entered.root, tmp_path / "course")
    course = Course(tmp_path / "course")
    hand_in(Classroom(course, course.classroom), "ada")
    assert main(["--course", str(course.root), *arguments]) == 2
    assert says in capsys.readouterr().err


def test_without_a_sandbox_grading_refuses_and_names_the_way_out(
    entered, tmp_path, capsys, monkeypatch
):
    from autograder.sandbox import require

    shutil.copytree(entered.root, tmp_path / "course")
    course = Course(tmp_path / "course")
    hand_in(Classroom(course, course.classroom), "ada")
    require.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["--course", str(course.root), "grade"]) == 1
    require.cache_clear()
    assert "--no-sandbox" in capsys.readouterr().err


def test_no_cluster_without_its_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Misuse, match=r"pip install 'cnnbasics\[cluster\]'"):
        workers.Cluster("tcp://127.0.0.1:8786")


def test_an_entry_can_be_read_by_other_programs(room):
    hand_in(room, "ada-2")
    grade(room)
    with Record(room) as record:
        (entry,) = record.entries(UNIT)
    assert json.loads(json.dumps(entry.marks))["double-visible"] == [2.0, 2]
