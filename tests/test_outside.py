"""The judge outside gives honest work the marks that plain nbgrader gives, and others none."""

import multiprocessing
import os
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import nbformat
import pytest
import small_course
from hostile_answers import CHEATS, FORGERIES, ODD_OUTPUTS, STOPPED, WRONG
from nbgrader.utils import is_grade
from test_nbgrader import Graded, hand_in_and_grade, lean

from autograder import outside, sample
from autograder.cells import answers, fill, graded, read
from autograder.cli import main
from autograder.course import Course, Failed
from autograder.grading import Classroom
from autograder.judging import Asked, asked_by
from autograder.release import build

COURSE = Course(small_course.ROOT)
SMALL = small_course.UNIT
UNIT = "01_convolution"
SECONDS = 10


@dataclass(frozen=True)
class Outside(Classroom):
    """A classroom that grades with the judge outside."""

    seconds: float = 120

    @property
    def config(self):
        config = super().config
        outside.use(config)
        config.JudgeOutside.timeout = self.seconds
        return config


def grade_outside(root, unit, folder, notebooks, seconds=120):
    """Grade notebooks by name in a classroom of their own; a process of its own may call this."""
    room = Outside(Course(root), folder, seconds)
    for name, notebook in notebooks.items():
        room.hand_in(unit, name, notebook)
    return {name: room.grade(unit, name) for name in notebooks}


def shared(function, course, unit, folder, notebooks, *more):
    """Share notebooks among a few processes, and return all marks and every notebook's room."""
    workers = min(4, os.cpu_count() or 1)
    marks, rooms, jobs = {}, {}, []
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        for number in range(workers):
            names = list(notebooks)[number::workers]
            room = folder / f"room-{number}"
            part = {name: notebooks[name] for name in names}
            jobs.append(pool.submit(function, course.root, unit, room, part, *more))
            rooms |= dict.fromkeys(names, Classroom(course, room))
        for job in jobs:
            marks |= job.result()
    return marks, rooms


class Twice(Graded):
    """Every made-up student's submission of one unit, graded plainly and with the judge outside."""

    def grade(self, folder, workers):
        super().grade(folder / "plain", workers)
        self.outside, self.outside_rooms = shared(
            grade_outside, self.course, self.unit, folder / "outside", self.notebooks
        )

    def shown(self, rooms, name):
        """Return what the graded cells of a submission show."""
        notebook = read(rooms[name].path("autograded", name, self.unit))
        return {cell.metadata.nbgrader.grade_id: cell.outputs for cell in graded(notebook)}


@pytest.fixture(scope="module", params=COURSE.units)
def twice(request, tmp_path_factory):
    return Twice(COURSE, request.param, tmp_path_factory.mktemp(request.param))


@pytest.mark.slow
def test_every_submission_gets_the_marks_and_the_reasons_that_plain_nbgrader_gives(twice):
    assert len(twice.outside) > len(twice.mistaken) > 10
    assert {name for name in twice.marks if twice.marks[name] != twice.outside[name]} == set()


@pytest.mark.slow
def test_every_graded_cell_shows_what_the_student_s_own_check_shows(twice):
    for name in twice.notebooks:
        plain = twice.shown(twice.room_of, name)
        for grade_id, outputs in twice.shown(twice.outside_rooms, name).items():
            assert outputs == plain[grade_id], (name, grade_id)


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """The release of a unit, and its right answers."""
    content = build(COURSE, UNIT, tmp_path_factory.mktemp("release"))
    return nbformat.reads(content, as_version=4), answers(read(COURSE.source(UNIT)))


def hostile(released, text):
    release, _ = released
    # Lean first: what a hostile cell holds is not for the test to understand.
    return fill(lean(release), {"window_dot": text + WRONG})


@pytest.fixture(scope="module")
def cheats(released, tmp_path_factory):
    """The marks of every cheat, from plain nbgrader and from the judge outside."""
    notebooks = {name: hostile(released, text) for name, text in CHEATS.items()}
    notebooks["the checks are tagged as not to be run"] = tagged(hostile(released, ""))
    notebooks["another exercise's function is checked"] = hostile_alias(released)
    named = {f"cheat-{number}": notebook for number, notebook in enumerate(notebooks.values())}
    both = []
    for function in (hand_in_and_grade, grade_outside):
        folder = tmp_path_factory.mktemp("cheats")
        marks, _ = shared(function, COURSE, UNIT, folder, named)
        both.append(dict(zip(notebooks, (marks[name] for name in named), strict=True)))
    return both


def tagged(notebook):
    for cell in notebook.cells:
        if is_grade(cell):
            cell.metadata.tags = ["skip-execution"]
    return notebook


def hostile_alias(released):
    """Answer one exercise, and let it stand for another too."""
    release, right = released
    return fill(
        lean(release), {"window_dot": right["flip_kernel"] + "\n\nwindow_dot = flip_kernel"}
    )


@pytest.mark.slow
def test_a_cheat_that_plain_nbgrader_pays_earns_nothing(cheats):
    plain, ours = cheats
    assert {name: marks.problem for name, marks in ours.items() if marks.problem} == {}
    assert {name: marks.score for name, marks in plain.items() if not marks.score} == {}
    assert {name: marks.score for name, marks in ours.items() if marks.score} == {}


@pytest.mark.slow
def test_meddling_with_what_is_sent_earns_nothing_and_is_told(released, tmp_path):
    notebooks = {
        f"forgery-{number}": hostile(released, text)
        for number, (text, _) in enumerate(FORGERIES.values())
    }
    marks, _ = shared(grade_outside, COURSE, UNIT, tmp_path, notebooks)
    for student, (name, (_, says)) in zip(notebooks, FORGERIES.items(), strict=True):
        got = marks[student]
        checks = [check for check in got.checks if check.exercise == "window_dot"]
        assert (got.score, got.problem, len(checks)) == (0, "", 2), name
        assert all(re.search(says, check.says) for check in checks), (name, checks)


@pytest.mark.slow
def test_a_cell_that_costs_its_kernel_costs_its_own_exercise(released, tmp_path):
    release, right = released
    notebooks = {
        f"stopped-{number}": fill(lean(fill(release, right)), {"design_kernels": text})
        for number, text in enumerate(STOPPED.values())
    }
    marks, rooms = shared(grade_outside, COURSE, UNIT, tmp_path, notebooks, SECONDS)
    for name, student in zip(STOPPED, notebooks, strict=True):
        got = marks[student]
        lost = [check for check in got.checks if check.lost]
        assert (got.problem, got.wrong) == ("", {"design_kernels"}), name
        assert all(re.search("was stopped. (It|The)", check.says) for check in lost), name
        size = rooms[student].path("autograded", student, UNIT).stat().st_size
        assert size < 1_000_000, name


@pytest.mark.slow
def test_outputs_that_no_notebook_can_hold_are_left_out(released, tmp_path):
    release, right = released
    notebook = lean(fill(release, right))
    notebook = fill(notebook, {"window_dot": ODD_OUTPUTS + right["window_dot"]})
    room = Outside(COURSE, tmp_path)
    room.hand_in(UNIT, "odd", notebook)
    marks = room.grade(UNIT, "odd")
    assert (marks.score, marks.problem) == (marks.points, "")
    assert "fine" in room.give_feedback(UNIT, "odd").read_text(encoding="utf-8")


@pytest.mark.slow
def test_when_the_time_for_a_notebook_is_up_the_rest_of_it_earns_nothing(released, tmp_path):
    release, right = released

    class Hurried(Classroom):
        @property
        def config(self):
            config = super().config
            outside.use(config)
            config.JudgeOutside.total_timeout = 20
            return config

    room = Hurried(COURSE, tmp_path)
    slow = right | {"flip_kernel": "import time; time.sleep(60)"}
    room.hand_in(UNIT, "slow", fill(lean(fill(release, right)), slow))
    marks = room.grade(UNIT, "slow")
    lost = [check for check in marks.checks if check.lost]
    assert 0 < marks.score < marks.points
    assert lost[0].exercise == "flip_kernel"
    assert all("The 20 seconds for all are up." in check.says for check in lost)


@pytest.fixture
def small(tmp_path):
    """A course whose checks are not this package's, released."""
    course = small_course.make(tmp_path)
    assert main(["--course", str(tmp_path), "release"]) == 0
    return course


@pytest.mark.slow
def test_checks_of_another_kind_are_graded_as_nbgrader_grades_them(small):
    students = sample.small_class(small, SMALL, 2, every_kind=True)
    release = read(small.release(SMALL))
    marks = []
    for room in (Classroom(small, small.root / "plain"), Outside(small, small.root / "outside")):
        sample.hand_in(room, SMALL, students, release)
        marks.append([room.grade(SMALL, student.name) for student in students])
    assert marks[0] == marks[1]
    assert {one.score for one in marks[1]} >= {0, 6}


@pytest.mark.parametrize("unit", COURSE.units)
def test_every_graded_cell_of_the_course_is_judged_outside(unit):
    cells = list(graded(read(COURSE.source(unit))))
    assert cells
    for cell in cells:
        asked = asked_by(cell.source, cell.metadata.nbgrader.grade_id)
        assert asked is not None, cell.id


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("check(window_dot)", Asked("window_dot", False)),
        ("# Words.\n\ncheck(window_dot)", Asked("window_dot", False)),
        ("predict('predict_border', predict_border)", Asked("predict_border", False)),
        ("check('double', double(3), 6)", None),
        ("assert window_dot(1, 2) == 2", None),
        ("check(nothing_of_this_course)", None),
    ],
)
def test_what_a_graded_cell_asks_is_read_from_its_source(source, asked):
    grade_id = f"{asked.name}-visible" if asked else "some-id"
    assert asked_by(source, grade_id) == asked


@pytest.mark.parametrize(
    ("source", "grade_id"),
    [
        ("check(window_dot)", "window_dot-hidden"),
        ("check(window_dot, hidden=True)", "window_dot-visible"),
        ("check(window_dot, True)", "window_dot-hidden"),
        ("check(window_dot, hidden=False)", "window_dot-visible"),
        ("check(window_dot)", "flip_kernel-visible"),
        ("check(window_dot)\nassert window_dot(1, 1) == 1", "window_dot-visible"),
        ("%time check(window_dot)", "window_dot-visible"),
        ("if True:\n    check(window_dot)", "window_dot-visible"),
        ("cnnbasics.check(window_dot)", "window_dot-visible"),
        ("passed = predict('predict_border', 'b')", "predict_border-visible"),
    ],
)
def test_a_graded_cell_that_cannot_be_judged_by_its_answers_is_the_course_s_fault(source, grade_id):
    with pytest.raises(Failed, match="must hold the one check"):
        asked_by(source, grade_id)
