"""Nobody earns what is not due, and nobody's bad cell or file costs another one's marks."""

import json
import multiprocessing
import os
import re
import socket
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nbformat
import pytest
from hostile_class import COURSE, UNIT, honest, students

from autograder.cells import exercise_of
from autograder.form import unit_form
from autograder.kernels import Patience
from autograder.submission import Submission, hand_over
from autograder.work import Item, Result, grade, make_item
from cnnbasics.checking import wire

PATIENCE = Patience(cell=6, notebook=120)
LIMITS = {"memory": 2**30, "storage": 2**25, "seconds": 120}
PRELOAD = ["numpy", "matplotlib.pyplot", "cnnbasics", "cnnbasics.plots", "cnnbasics.widgets"]
SEED = 20_270_401
TOKEN = "the-grader-s-own-secret"

CLASS = {student.name: student for student in students()}
HONEST = honest()
KINDS = ("earns_nothing", "costs_its_own_exercise", "keeps_its_marks", "damaged")

pytestmark = pytest.mark.slow


def of_kind(*kinds):
    names = [student.name for student in CLASS.values() if student.kind in kinds]
    return pytest.mark.parametrize("name", names)


class Home:
    """A port that somebody inside might call."""

    def __enter__(self):
        self.called = []
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self.wait, daemon=True).start()
        return self

    def wait(self):
        while True:
            try:
                line, address = self.server.accept()
            except OSError:
                return
            line.close()
            self.called.append(address)

    def __exit__(self, *error):
        self.server.close()


class Graded:
    """The whole class, graded in one go, honest students at its beginning, middle and end."""

    def __init__(self, folder):
        form = unit_form(COURSE, UNIT)
        self.course_before = course_files()
        with Home() as home:
            items = {
                name: self.item(form, hand_over(self.enter(folder, name, home.port)))
                for name in CLASS
            }
            half = len(CLASS) // 2
            order = [*items][:half], [*items][half:]
            for name, notebook in HONEST.items():
                data = nbformat.writes(notebook).encode()
                item = self.item(form, Submission({f"{UNIT}.ipynb": data}))
                items |= {f"{name}-{when}": item for when in ("first", "between", "last")}
            self.order = [
                *(f"{name}-first" for name in HONEST),
                *order[0],
                *(f"{name}-between" for name in HONEST),
                *order[1],
                *(f"{name}-last" for name in HONEST),
            ]
            with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
                jobs = {name: pool.submit(grade, items[name]) for name in self.order}
                self.results = {name: Result.unpack(job.result()) for name, job in jobs.items()}
            self.called = home.called

    def enter(self, folder, name, port):
        CLASS[name].hand_in(folder / name, port)
        return folder / name

    def item(self, form, submission):
        item = make_item(
            UNIT, form, submission, SEED, patience=PATIENCE, limits=LIMITS, preload=PRELOAD
        )
        return item.pack()


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    before = os.environ.get("GRADER_TOKEN")
    os.environ["GRADER_TOKEN"] = TOKEN
    yield Graded(tmp_path_factory.mktemp("class"))
    os.environ.pop("GRADER_TOKEN")
    assert before is None


def course_files():
    folders = (COURSE.root / name for name in ("cnnbasics", "data", "notebooks", "solutions"))
    paths = [
        path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts
    ]
    return {path: path.read_bytes() for path in paths if path.is_file() and path.suffix != ".db"}


def lost(result):
    return {exercise_of(name) for name, (score, points) in result.marks.items() if score < points}


def score(result):
    return sum(score for score, _ in result.marks.values())


def test_there_are_at_least_sixty_students_of_every_kind():
    assert len(CLASS) >= 60
    assert len(CLASS) == len(students())
    assert {student.kind for student in CLASS.values()} == set(KINDS)
    assert [student.name for student in CLASS.values() if not student.says] == []


def test_the_docs_have_a_row_for_every_student():
    page = (COURSE.root / "docs" / "hostile.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*?) \|", page, re.MULTILINE)
    missing = {f"{one.sentence} {one.says}" for one in CLASS.values()} - set(rows)
    assert missing == set()


@of_kind("earns_nothing")
def test_a_cheat_earns_nothing(graded, name):
    result = graded.results[name]
    assert (score(result), result.problem) == (0, "")


@of_kind("costs_its_own_exercise")
def test_a_bad_cell_costs_its_own_exercise_and_no_other(graded, name):
    result = graded.results[name]
    assert (lost(result), result.problem) == ({"design_kernels"}, "")


@of_kind("keeps_its_marks")
def test_what_does_no_harm_keeps_its_marks(graded, name):
    result = graded.results[name]
    assert (lost(result), result.problem) == (set(), "")


@of_kind("damaged")
def test_a_damaged_submission_is_repaired_or_refused_with_a_reason(graded, name):
    student, result = CLASS[name], graded.results[name]
    if student.refused:
        assert score(result) == 0
        assert re.search(student.refused, result.problem)
    else:
        assert (lost(result), result.problem) == (student.loses, "")
    if student.note:
        assert any(student.note in note for note in result.notes), result.notes


@pytest.mark.parametrize("name", HONEST)
def test_honest_students_beside_them_keep_their_marks(graded, name):
    first, *others = (graded.results[f"{name}-{when}"] for when in ("first", "between", "last"))
    assert [other.marks for other in others] == [first.marks] * 2
    assert [first.problem, *first.notes] == [""]
    wanted = {"honest-reference": 34, "honest-another-way-1": 34, "honest-untouched": 0}
    assert score(first) == wanted.get(name, score(first))


def test_everybody_has_a_row_with_every_mark_and_a_notebook_of_bearable_size(graded):
    wanted = graded.results["honest-reference-first"].marks
    for name, result in graded.results.items():
        assert {k: points for k, (_, points) in result.marks.items()} == {
            k: points for k, (_, points) in wanted.items()
        }, name
        notebook = nbformat.reads(result.notebook, as_version=4)
        nbformat.validate(notebook)
        assert len(result.notebook) < 5_000_000, name
        if result.notes or result.problem:
            assert notebook.cells[0].id == "notes-of-the-grader", name


def test_every_lost_mark_has_a_reason(graded):
    for name, result in graded.results.items():
        silent = [
            k
            for k, (had, most) in result.marks.items()
            if had < most and not result.verdicts[k]["says"]
        ]
        assert silent == [], name


def test_nobody_reads_what_is_not_theirs(graded):
    secrets = (
        TOKEN,
        "CONNECTED",
        "CHANGED",
        "FOUND " + str(COURSE.root / "solutions"),
        "root:x:0:0",
    )
    for name, result in graded.results.items():
        shown = [json.dumps(cell.get("outputs")) for cell in json_cells(result)]
        assert [secret for secret in secrets if secret in "".join(shown)] == [], name
    assert graded.called == []


def json_cells(result):
    return nbformat.reads(result.notebook, as_version=4).cells


def test_nothing_that_a_student_shows_runs_in_a_browser(graded):
    for name, result in graded.results.items():
        for cell in json_cells(result):
            for output in cell.get("outputs", ()):
                kinds = set(output.get("data", ()))
                assert kinds <= {"text/plain", "text/html", "image/png", "text/latex"}, name
                assert "<script" not in output.get("data", {}).get("text/html", ""), name
            if cell.cell_type != "code":
                assert "<script" not in cell.source, name


def test_nobody_changes_the_course(graded):
    assert course_files() == graded.course_before


def test_nothing_outlives_its_sandbox(graded):
    commands = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            commands.append(path.read_bytes())
        except OSError:
            continue
    assert [command for command in commands if b"987654" in command] == []


def test_no_answers_stand_in_an_autograded_notebook(graded):
    assert [name for name, result in graded.results.items() if wire.MIME in result.notebook] == []


def test_the_same_submission_gets_the_same_result_again(graded):
    form = unit_form(COURSE, UNIT)
    data = nbformat.writes(HONEST["honest-mistakes-1"]).encode()
    item = graded.item(form, Submission({f"{UNIT}.ipynb": data}))
    again = Result.unpack(grade(item))
    first = graded.results["honest-mistakes-1-first"]
    assert (again.marks, again.notebook) == (first.marks, first.notebook)
    assert Item.unpack(item).key == Item.unpack(Item.unpack(item).pack()).key
