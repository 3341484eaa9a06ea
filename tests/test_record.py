"""The gradebook: one transaction a submission, and nothing of a human's is overwritten."""

import datetime
import shutil
import sqlite3
import subprocess
import sys
import threading

import pytest
import small_course
from nbgrader.api import Gradebook
from sqlalchemy.exc import OperationalError

from autograder import record, work
from autograder.course import Failed
from autograder.form import unit_form
from autograder.grading import Classroom
from autograder.record import Record
from autograder.submission import Submission
from autograder.tools import quiet

pytestmark = pytest.mark.slow

UNIT = small_course.UNIT
STAMP = datetime.datetime(2026, 3, 1, 12, 0)


@pytest.fixture(scope="module")
def entered(tmp_path_factory):
    """A course of one unit whose gradebook knows it, and what a submission without a file gets."""
    course = small_course.make(tmp_path_factory.mktemp("course"))
    room = Classroom(course, course.classroom)
    room.enter(UNIT)
    item = work.make_item(UNIT, unit_form(course, UNIT), Submission(), seed=1)
    return room, work.Result.unpack(work.grade(item.pack()))


@pytest.fixture
def room(entered, tmp_path):
    """A classroom of one's own, with that gradebook."""
    original, _ = entered
    shutil.copytree(original.folder, tmp_path / "room")
    return Classroom(original.course, tmp_path / "room")


@pytest.fixture
def result(entered):
    _, result = entered
    graded = work.Result.unpack(result.pack())
    graded.problem = ""
    graded.marks = {name: (points, points) for name, (_, points) in graded.marks.items()}
    return graded


def gradebook(room):
    return Gradebook(room.db_url, room.config.CourseDirectory.course_id)


def grades(room, student):
    with quiet(), gradebook(room) as book:
        found = book.find_submission_notebook(UNIT, UNIT, student)
        return {grade.name: grade.score for grade in found.grades}


def test_a_grade_is_in_nbgrader_s_gradebook_and_its_notebook_where_formgrader_looks(room, result):
    with Record(room) as writer:
        writer.save("ada", "k1", 7, result, STAMP)
        assert writer.keys(UNIT) == {"ada": "k1"}
        (entry,) = writer.entries(UNIT, "ada")
    assert grades(room, "ada") == {name: score for name, (score, _) in result.marks.items()}
    assert room.path("autograded", "ada", UNIT).read_text(encoding="utf-8") == result.notebook
    assert (entry.key, entry.seed, entry.marks["double-visible"]) == ("k1", 7, [2.0, 2.0])
    with quiet(), gradebook(room) as book:
        submission = book.find_submission(UNIT, "ada")
        assert (submission.timestamp, submission.needs_manual_grade) == (STAMP, False)
        comments = {one.name: one.auto_comment for one in submission.notebooks[0].comments}
    assert comments == {"double": "No response.", "square": "No response."}


def test_without_its_notebook_a_grade_counts_as_missing(room, result):
    with Record(room) as writer:
        writer.save("ada", "k1", 7, result, None)
        room.path("autograded", "ada", UNIT).unlink()
        assert writer.keys(UNIT) == {}


def test_marks_and_extensions_that_a_human_gave_survive_a_regrade(room, result):
    with Record(room) as writer:
        writer.save("ada", "k1", 7, result, STAMP)
        with quiet(), gradebook(room) as book:
            grade = book.find_grade("double-hidden", UNIT, UNIT, "ada")
            grade.manual_score, grade.extra_credit = 0.5, 0.25
            book.find_submission_notebook(UNIT, UNIT, "ada").comments[0].manual_comment = "See me."
            book.db.commit()
            book.update_or_create_assignment(UNIT, duedate=STAMP)
            book.grant_extension(UNIT, "ada", days=2)
        result.marks["square-visible"] = (0.0, 2.0)
        writer.save("ada", "k2", 7, result, STAMP)
    assert grades(room, "ada")["double-hidden"] == 0.75
    assert grades(room, "ada")["square-visible"] == 0
    with quiet(), gradebook(room) as book:
        submission = book.find_submission(UNIT, "ada")
        assert submission.extension == datetime.timedelta(days=2)
        assert submission.needs_manual_grade
        assert "See me." in [one.manual_comment for one in submission.notebooks[0].comments]
        assert len(book.assignment_submissions(UNIT)) == 1


def test_what_waits_for_a_human_is_said_to(room, result):
    result.marks["double-visible"] = (None, 2.0)
    with Record(room) as writer:
        writer.save("ada", "k1", 7, result, None)
    with quiet(), gradebook(room) as book:
        assert book.find_submission(UNIT, "ada").needs_manual_grade
        assert book.find_grade("double-visible", UNIT, UNIT, "ada").needs_manual_grade
        assert not book.find_grade("double-hidden", UNIT, UNIT, "ada").needs_manual_grade


LATE = """
from nbgrader.plugins import BasePlugin


class Half(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return score / 2 if total_seconds_late < 7200 else 1000
"""


@pytest.mark.parametrize(("hours", "penalty"), [(0, None), (1, 3.0), (3, 6.0)])
def test_lateness_costs_what_the_course_s_own_plugin_says(
    room, result, hours, penalty, tmp_path, monkeypatch
):
    (tmp_path / "lateness.py").write_text(LATE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    class Strict(Classroom):
        @property
        def config(self):
            config = super().config
            config.AssignLatePenalties.plugin_class = "lateness.Half"
            return config

    with quiet(), gradebook(room) as book:
        book.update_or_create_assignment(UNIT, duedate=STAMP)
    with Record(Strict(room.course, room.folder)) as writer:
        writer.save("ada", "k1", 7, result, STAMP + datetime.timedelta(hours=hours))
    with quiet(), gradebook(room) as book:
        notebook = book.find_submission_notebook(UNIT, UNIT, "ada")
        assert notebook.late_submission_penalty == penalty


def test_a_grade_is_there_wholly_or_not_at_all(room, result, monkeypatch):
    def fail(*arguments):
        raise OperationalError("", {}, sqlite3.OperationalError("database or disk is full"))

    with Record(room) as writer:
        monkeypatch.setattr(writer, "_remember", fail)
        with pytest.raises(Failed, match=r"disk is full.*recorded is safe; run the same command"):
            writer.save("ada", "k1", 7, result, STAMP)
        monkeypatch.undo()
        with quiet(), gradebook(room) as book:
            assert book.students == []
            assert book.assignment_submissions(UNIT) == []
        writer.save("ada", "k1", 7, result, STAMP)
        assert writer.keys(UNIT) == {"ada": "k1"}


def locked(room, how="EXCLUSIVE"):
    connection = sqlite3.connect(room.folder / "gradebook.db", check_same_thread=False)
    connection.execute(f"BEGIN {how}")
    return connection


either_lock = pytest.mark.parametrize("how", ["EXCLUSIVE", "IMMEDIATE"])
"""Against reading and writing, or against writing, which fails within nbgrader's own code."""


@either_lock
def test_a_gradebook_that_another_program_locked_is_waited_for_and_it_is_said(
    room, result, how, caplog
):
    said = []
    with Record(room, said.append) as writer:
        other = locked(room, how)
        threading.Timer(6, other.rollback).start()
        writer.save("ada", "k1", 7, result, STAMP)
        assert writer.keys(UNIT) == {"ada": "k1"}
    other.close()
    assert said == ["Another program has locked the gradebook; waiting for it."]
    assert caplog.text == ""


@either_lock
def test_a_gradebook_that_stays_locked_stops_the_batch_and_it_is_said(
    room, result, monkeypatch, how
):
    monkeypatch.setattr(record, "PATIENCE", 0)
    with Record(room) as writer:
        other = locked(room, how)
        with pytest.raises(Failed, match=r"database is locked.*run the same command again"):
            writer.save("ada", "k1", 7, result, STAMP)
        other.close()
        writer.save("ada", "k1", 7, result, STAMP)


def test_a_folder_that_cannot_be_written_to_is_said(room, result):
    path = room.path("autograded", "ada", UNIT)
    path.parent.parent.mkdir(parents=True)
    path.parent.write_text("in the way", encoding="utf-8")
    with Record(room) as writer:
        with pytest.raises(Failed, match=r"01_small.ipynb cannot be written: .*run the same"):
            writer.save("ada", "k1", 7, result, STAMP)
        assert writer.entries(UNIT) == []


FILL = """
import sys
from pathlib import Path
from autograder.course import Course, Failed
from autograder.grading import Classroom
from autograder.record import Record
from autograder.work import Result
room = Classroom(Course(Path(sys.argv[1])), Path(sys.argv[2]))
result = Result.unpack(Path(sys.argv[3]).read_bytes())
with Record(room) as writer:
    try:
        for number in range(10_000):
            writer.save(f"student-{number}", "key", 7, result, None)
    except Failed as error:
        print(error)
    print(len(writer.keys(result.unit)), number)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="makes a small disk with bubblewrap")
def test_a_disk_that_fills_is_said_and_what_was_recorded_stays(room, result, tmp_path):
    (tmp_path / "result").write_bytes(result.pack())
    disk = tmp_path / "disk"
    disk.mkdir()
    small = ["bwrap", "--dev-bind", "/", "/", "--size", str(2**21), "--tmpfs", str(disk)]
    copy = f"cp {room.folder}/gradebook.db {disk} && exec "
    program = [sys.executable, "-c", FILL, str(room.course.root), str(disk)]
    command = [*small, "sh", "-c", copy + '"$@"', "sh", *program, str(tmp_path / "result")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said, counts = done.stdout.strip().splitlines()
    assert "No space left" in said or "disk is full" in said, done.stderr
    assert "run the same command again to go on" in said
    recorded, tried = map(int, counts.split())
    assert recorded == tried > 0


def test_what_failed_is_remembered_but_has_no_key(room):
    with Record(room) as writer:
        writer.fail(UNIT, "ada", "k1", 7, "its worker disappeared 3 times")
        assert writer.keys(UNIT) == {}
        (entry,) = writer.entries(UNIT)
    assert entry.failure == "its worker disappeared 3 times"
    with quiet(), gradebook(room) as book:
        assert book.find_submission(UNIT, "ada").needs_manual_grade
