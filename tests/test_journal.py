"""What the student's checks said is kept for the student, and shown on the start page."""

import json
import os
import re
import runpy
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import IPython
import pytest
import small_course
from nbclient import NotebookClient
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

import cnnbasics
from autograder.cells import read
from cnnbasics import checking, exercises, journal
from cnnbasics.journal import course, kept, page
from tools import start

ROOT = small_course.ROOT
UNIT = "01_convolution"
UNITS = (
    course.Unit("00_a", "00 · A <first> one", "count", 30, ("one", "two")),
    course.Unit(UNIT, "01 · B", "walk", 45, ("correlate2d", "window_dot", "predict_border")),
)
ALL_RIGHT = [(name, "right") for unit in UNITS for name in unit.exercises]


def write_page(folder, units=UNITS):
    (folder / kept.START).write_text(
        json.dumps({"metadata": {course.KEY: course.as_data(units)}, "cells": []})
    )
    for unit in units:
        (folder / unit.name).mkdir()


@pytest.fixture
def folder(tmp_path):
    """The folder of a student's notebooks."""
    write_page(tmp_path)
    return tmp_path


@pytest.fixture
def opened(folder, monkeypatch):
    """A unit's notebook, in whose kernel this process seems to be."""
    notebook = folder / UNIT / f"{UNIT}.ipynb"
    shell = SimpleNamespace(kernel=True, user_ns={})
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    monkeypatch.setenv(kept.SESSION_VARIABLE, str(notebook))
    monkeypatch.setattr(checking, "_display", lambda text, marked: said.append(text))
    said = []
    return SimpleNamespace(shell=shell, said=said, folder=folder)


def entries(folder):
    return [(entry.exercise, entry.status, entry.mistake) for entry in kept.read(folder)]


def taken(*happened):
    """Return a course after some events, each an exercise and what became of it."""
    return course.Course(UNITS).take(
        kept.Entry("", "", exercise, *became) for exercise, *became in happened
    )


FLIPPED = ROOT / "tests" / "mutants" / UNIT / "correlate2d" / "flipped.py"
"""A wrong answer, named by the mistake."""


# What is kept


def test_a_check_in_a_notebook_that_was_opened_is_kept_with_the_mistake(opened):
    with pytest.raises(cnnbasics.CheckFailed):
        cnnbasics.check(runpy.run_path(str(FLIPPED))["correlate2d"])
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    cnnbasics.use_reference("window_dot")
    assert entries(opened.folder) == [
        ("correlate2d", "wrong", FLIPPED.stem),
        ("predict_border", "right", None),
        ("window_dot", "lent", None),
    ]
    (first, *_) = kept.read(opened.folder)
    assert first.unit == UNIT
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", first.at)


def test_a_right_answer_ends_with_how_far_the_unit_is(opened):
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    assert opened.said[-1].endswith("\n\n1 of 3 answers in this unit is right.")
    for exercise in ("correlate2d", "window_dot"):
        kept.keep(opened.folder, UNIT, exercise, "right")
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    assert opened.said[-1].endswith(
        "All 3 answers in this unit are right. Next: 00 · A <first> one."
    )


def test_the_course_says_so_when_its_last_answer_is_right():
    done = taken(*ALL_RIGHT)
    assert done.how_far(UNITS[1]).endswith("So is every answer of the course.")
    assert done.next_step() is None
    assert repr(page.Page(done)).startswith("Everything is right.\n5 of 5 answers")


def test_an_answer_that_is_missing_is_no_event(opened):
    with pytest.raises(cnnbasics.NotAttempted):
        cnnbasics.predict("predict_border", None)
    assert entries(opened.folder) == []
    assert not (opened.folder / kept.FILE).exists()


def test_vs_code_names_the_notebook_in_a_variable_of_its_own(opened, monkeypatch):
    monkeypatch.delenv(kept.SESSION_VARIABLE)
    assert kept.folder() is None
    opened.shell.user_ns["__vsc_ipynb_file__"] = str(opened.folder / UNIT / "copy.ipynb")
    assert kept.folder() == opened.folder


def test_nothing_is_kept_without_a_start_page_beside_the_units(opened):
    (opened.folder / kept.START).unlink()
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    assert not (opened.folder / kept.FILE).exists()
    assert "in this unit" not in opened.said[-1]


def listing(*entries):
    return json.dumps({"metadata": {course.KEY: {"units": entries}}})


UNIT_AS_DATA = course.as_data(UNITS)["units"][0]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[1]",
        "\x00",
        "[" * 100_000,
        listing(),
        listing(1),
        listing({"name": "00_a"}),
        listing(UNIT_AS_DATA | {"exercises": None}),
        listing(UNIT_AS_DATA | {"exercises": [["predict_border"]]}),
        listing(UNIT_AS_DATA | {"minutes": "30"}),
        listing(UNIT_AS_DATA | {"title": None}),
    ],
    ids=lambda content: content[:60],
)
def test_nothing_is_kept_beside_a_start_page_that_was_written_over(opened, content):
    (opened.folder / kept.START).write_text(content)
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    assert not (opened.folder / kept.FILE).exists()


def test_nothing_is_kept_where_a_grader_only_collects_answers(opened, monkeypatch):
    monkeypatch.setenv(checking.COLLECT_VARIABLE, "1")
    monkeypatch.setattr(checking.wire, "send", lambda *arguments: None)
    cnnbasics.predict("predict_border", "a")
    cnnbasics.use_reference("correlate2d")
    assert not (opened.folder / kept.FILE).exists()


def test_nothing_is_kept_where_nobody_has_opened_a_notebook(opened, monkeypatch):
    monkeypatch.delenv(kept.SESSION_VARIABLE)
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    monkeypatch.setenv(kept.SESSION_VARIABLE, str(opened.folder / UNIT / "x.ipynb"))
    del opened.shell.kernel  # a script that a notebook has started
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    assert not (opened.folder / kept.FILE).exists()


def test_where_nothing_can_be_written_the_check_goes_on_without_a_word(opened):
    (opened.folder / kept.FILE).mkdir()  # as good as read-only, for root too
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    assert opened.said[-1].startswith("predict_border: right")
    assert "in this unit" not in opened.said[-1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has such a disk")
def test_on_a_full_disk_the_check_goes_on_without_a_word(opened):
    (opened.folder / kept.FILE).symlink_to("/dev/full")
    cnnbasics.predict("predict_border", exercises.question("predict_border").answer)
    assert opened.said[-1].startswith("predict_border: right")
    assert "in this unit" not in opened.said[-1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_line_that_the_disk_takes_only_in_part_is_not_said_to_be_kept(folder):
    # The kernel writes what still fits and says how much that was, as on a disk with a few bytes.
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from cnnbasics.journal import kept\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200, resource.RLIM_INFINITY))\n"
        "print([kept.keep(Path(sys.argv[1]), 'u', 'window_dot', 'right') for _ in range(3)])\n"
    )
    command = [sys.executable, "-c", code, str(folder)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert printed == "[True, False, False]\n"
    kept.keep(folder, UNIT, "correlate2d", "right")
    assert entries(folder) == [("window_dot", "right", None), ("correlate2d", "right", None)]


@pytest.mark.skipif(os.name == "nt", reason="Windows looks in another way")
def test_where_looking_is_refused_no_start_page_is_found(folder, monkeypatch):
    def refuse(path, *arguments, **options):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "stat", refuse)
    assert kept.beside(folder / UNIT) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_else_can_read_what_is_kept(folder):
    kept.keep(folder, UNIT, "correlate2d", "right")
    assert stat.S_IMODE((folder / kept.FILE).stat().st_mode) == 0o600


def test_notebooks_that_write_at_the_same_time_lose_nothing(folder):
    code = (
        "import sys; from pathlib import Path; from cnnbasics.journal import kept\n"
        "folder, name = Path(sys.argv[1]), sys.argv[2]\n"
        "for i in range(300): assert kept.keep(folder, 'u', name, 'wrong', str(i))"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(folder), name]) for name in "abcd"]
    assert [writer.wait(60) for writer in writers] == [0] * 4
    found = entries(folder)
    for name in "abcd":
        mine = [entry for entry in found if entry[0] == name]
        assert mine == [(name, "wrong", str(i)) for i in range(300)]


@pytest.mark.parametrize(
    "damage",
    ["{", '{"at": "2026', "[1]", "\x00\xff", '{"at": 1}', "null", "[" * 100_000],
    ids=lambda damage: damage[:20],
)
def test_a_damaged_line_spoils_no_other(folder, damage):
    kept.keep(folder, UNIT, "window_dot", "right")
    with (folder / kept.FILE).open("a", encoding="latin-1") as file:
        file.write(f"\n{damage}")
    kept.keep(folder, UNIT, "correlate2d", "right")
    assert entries(folder) == [("window_dot", "right", None), ("correlate2d", "right", None)]


def test_a_clock_that_goes_backwards_changes_nothing_as_the_order_of_the_lines_counts(
    folder, monkeypatch
):
    times = iter([datetime(2030, 1, 2, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)])
    monkeypatch.setattr(kept, "datetime", SimpleNamespace(now=lambda zone: next(times)))
    kept.keep(folder, UNIT, "correlate2d", "wrong", "flipped")
    kept.keep(folder, UNIT, "correlate2d", "right")
    assert [entry.at[:4] for entry in kept.read(folder)] == ["2030", "2029"]
    standing = course.read(folder).take(kept.read(folder)).standing("correlate2d")
    assert (standing.status, standing.tries) == ("right", 1)


def test_what_was_done_in_a_unit_counts_after_the_unit_was_renamed(folder):
    kept.keep(folder, "01_its_name_of_before", "correlate2d", "right")
    kept.keep(folder, UNIT, "an_exercise_of_before", "right")
    now = course.read(folder).take(kept.read(folder))
    assert [now.right(unit) for unit in now.units] == [0, 1]
    assert set(now.standings) == {"correlate2d"}


def test_a_very_long_journal_is_read_before_a_student_notices(folder):
    line = json.dumps(kept.Entry("2030-01-01T00:00:00", UNIT, "correlate2d", "wrong")._asdict())
    (folder / kept.FILE).write_text(f"\n{line}" * 100_000)
    began = time.process_time()
    now = course.read(folder).take(kept.read(folder))
    assert now.standing("correlate2d").tries == 1
    assert time.process_time() - began < 5  # half a second on a laptop


def test_git_and_docker_leave_the_journal_where_it_is():
    # Nor is it handed in: it lies beside the units' folders, and those are what is collected.
    for name in (".gitignore", ".dockerignore"):
        lines = (ROOT / name).read_text(encoding="utf-8").split()
        assert {f"notebooks/{kept.FILE}", f"/notebooks/{kept.FILE}"} & set(lines), name


# How an exercise stands, and what is next


def test_the_last_check_says_how_an_exercise_stands_and_tries_are_counted():
    standing = taken(
        ("one", "wrong", "a"), ("one", "wrong", "a"), ("one", "wrong", "b"), ("one", "right")
    ).standing("one")
    assert (standing.status, standing.tries) == ("right", 2)
    assert taken(("one", "right"), ("one", "wrong")).standing("one").status == "wrong"


def test_what_is_right_stays_so_when_a_later_unit_borrows_it():
    assert taken(("one", "right"), ("one", "lent")).standing("one").status == "right"
    assert taken(("one", "wrong"), ("one", "lent")).standing("one").status == "lent"
    assert taken(("one", "lent"), ("one", "right")).standing("one").status == "right"


@pytest.mark.parametrize(
    ("happened", "step"),
    [
        ([], "one"),
        ([("one", "right")], "two"),
        ([("window_dot", "wrong")], "correlate2d"),
        ([("correlate2d", "right"), ("window_dot", "wrong", "a")], "window_dot"),
        ([("correlate2d", "lent"), ("window_dot", "wrong")], "window_dot"),
        ([("one", "right"), ("two", "right")], "correlate2d"),
        # A unit of before is run again from top to bottom: one was elsewhere.
        ([("one", "right"), ("window_dot", "wrong"), ("one", "right")], "correlate2d"),
        # What was lent waits until nothing else is left.
        (
            [("one", "right"), ("two", "lent"), ("correlate2d", "right"), ("window_dot", "right")],
            "predict_border",
        ),
        (
            [(name, "right") for unit in UNITS for name in unit.exercises] + [("one", "wrong")],
            "one",
        ),
    ],
)
def test_the_next_step_is_what_is_open_where_one_was(happened, step):
    assert taken(*happened).next_step()[1] == step


# The page


class Reader(HTMLParser):
    """Sees that HTML is well formed, and collects its links and its text."""

    def __init__(self, text):
        super().__init__()
        self.open, self.links, self.text = [], [], ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag != "br":
            self.open.append(tag)
        self.links += [value for key, value in attrs if key == "href"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_the_page_says_how_each_exercise_went_and_leads_there():
    mistake = exercises.exercise("correlate2d").mistakes[0]
    now = taken(
        ("one", "right"),
        ("window_dot", "wrong"),
        ("window_dot", "right"),
        ("predict_border", "lent"),
        ("correlate2d", "wrong", mistake.id),
    )
    seen = Reader(page.Page(now)._repr_html_())
    assert "Go on with correlate2d in 01 · B2 of 5 answers are right." in seen.text
    assert "00 · A <first> one 1 of 2 right · 30 min" in seen.text
    assert "one: right, at the first try" in seen.text
    assert "window_dot: right, after 1 wrong answer" in seen.text
    assert "predict_border: lent to you" in seen.text
    assert "two: to do" in seen.text
    says = mistake.says.replace("`", "")
    assert (
        f"correlate2d: not right yet. Your last answer was what you get when {says}." in seen.text
    )
    assert f"{UNIT}/{UNIT}.ipynb#cell-id=correlate2d-contract" in seen.links
    assert f"{UNIT}/{UNIT}.ipynb#cell-id=predict_border-question" in seen.links


def test_colors_are_not_all_that_tells_the_squares_apart():
    assert len({re.sub(r"rgba?\(.*?\)", "", fill) for fill in page.FILLS.values()}) >= 3
    assert len({fill.partition("%")[0] for fill in page.FILLS.values()}) == 4


def test_a_unit_shows_itself_exercise_by_exercise(opened):
    kept.keep(opened.folder, UNIT, "window_dot", "right")
    shown = cnnbasics.progress()
    assert "    window_dot: right, at the first try\n" in repr(shown)
    assert "    one: " not in repr(shown)
    seen = Reader(shown._repr_html_())
    assert seen.links
    assert all(link.startswith("../") for link in seen.links)


def test_who_only_runs_the_page_sees_nobodys_progress(folder, monkeypatch):
    kept.keep(folder, UNIT, "window_dot", "right")
    monkeypatch.chdir(folder)
    assert "0 of 5 answers are right." in repr(cnnbasics.progress())
    monkeypatch.chdir(folder / "00_a")
    assert "0 of 5 answers are right." in repr(cnnbasics.progress())


def test_a_folder_without_a_start_page_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match=re.escape(str(tmp_path))):
        cnnbasics.progress()


def test_a_start_page_that_lists_nothing_says_how_to_get_it_back(folder, monkeypatch):
    (folder / kept.START).write_text('{"metadata": {}}')
    monkeypatch.chdir(folder)
    with pytest.raises(ValueError, match=r"git restore notebooks/start\.ipynb"):
        cnnbasics.progress()


# The course's own


def test_the_start_page_is_what_the_units_make():
    assert start.main(["--check"]) == 0, "run make release"


def test_the_start_page_lists_each_exercise_and_leads_to_a_cell_of_its_unit():
    made = read(ROOT / "notebooks" / kept.START)
    listed = course.from_page(made).units
    assert {unit.name: set(unit.exercises) for unit in listed} == {
        name: set(known) for name, known in exercises.units().items()
    }
    shown = next(cell for cell in made.cells if cell.id == page.MAP).outputs[0].data
    links = Reader("".join(shown["text/html"])).links
    assert links
    cells = {}
    for link in links:
        path, _, cell = link.partition("#cell-id=")
        if path not in cells:
            cells[path] = {cell.id for cell in read(ROOT / "notebooks" / path).cells}
        assert not cell or cell in cells[path]
    assert "0 of " in shown["text/plain"]


@pytest.fixture
def lab():
    """What tools/lab.py tells Jupyter."""
    return PyFileConfigLoader("lab.py", path=str(ROOT / "tools")).load_config()


def test_jupyterlab_opens_on_the_start_page_and_saves_within_seconds(lab):
    assert isinstance(lab, Config)
    assert lab.LabApp.default_url == f"/lab/tree/{kept.START}"
    settings = json.loads((ROOT / "tools" / "lab" / "overrides.json").read_text())
    assert settings["@jupyterlab/docmanager-extension:plugin"]["autosaveInterval"] <= 10


def test_the_start_page_is_saved_as_it_came_and_with_what_was_written_into_it(lab):
    path = ROOT / "notebooks" / kept.START
    came = json.loads(path.read_text(encoding="utf-8"))
    content = json.loads(path.read_text(encoding="utf-8"))
    page.fill(content, [kept.Entry("", "", "correlate2d", "right")])
    content["metadata"]["language_info"]["version"] = "3.11"
    assert content != came
    note = {"cell_type": "markdown", "id": "note", "metadata": {}, "source": "mine"}
    content["cells"].append(note)
    lab.FreshStartPage.pre_save_hook(
        model={"type": "notebook", "content": content}, path=kept.START, contents_manager=None
    )
    as_lists = json.loads(json.dumps(content))
    assert as_lists["cells"].pop() == note
    for cell in came["cells"]:
        for output in cell.get("outputs", ()):
            output["data"] = {kind: "".join(text) for kind, text in output["data"].items()}
    assert as_lists == came


@pytest.mark.slow
@pytest.mark.parametrize("session", [True, False])
def test_a_released_unit_keeps_progress_in_a_session_and_nowhere_else(
    tmp_path, monkeypatch, session
):
    write_page(tmp_path, start.units())
    notebook = read(ROOT / "notebooks" / UNIT / f"{UNIT}.ipynb")
    wanted = ("setup", "predict_border", "predict_border-visible")
    notebook.cells = [cell for cell in notebook.cells if cell.id in wanted]
    answer = exercises.question("predict_border").answer
    notebook.cells[1].source = f"predict_border = {answer!r}"
    monkeypatch.delenv(kept.SESSION_VARIABLE, raising=False)
    if session:
        monkeypatch.setenv(kept.SESSION_VARIABLE, str(tmp_path / UNIT / f"{UNIT}.ipynb"))
    NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path / UNIT)}}).execute()
    data = notebook.cells[-1].outputs[0].data
    ends = ["answers in this unit is right" in data[kind] for kind in ("text/plain", "text/html")]
    assert ends == [session, session]
    assert entries(tmp_path) == ([("predict_border", "right", None)] if session else [])


def test_statuses_are_those_that_the_journal_knows():
    assert set(checking.KEPT_AS.values()) == set(kept.STATUSES)
    assert journal.RIGHT == checking.RIGHT
