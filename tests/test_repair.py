"""Whatever became of a notebook, each check is there once, as the course wrote it, in its place."""

import contextlib
import json
import os
import time

import nbformat
import numpy as np
import pytest
from hostile_class import COURSE, STUBS, UNIT, right_notebook, students
from nbformat.v4 import new_code_cell

from autograder.form import unit_form
from autograder.loose import Damaged, read_cells, slim
from autograder.needs import only_shown
from autograder.repair import Refused, nothing, repair
from autograder.running import grade_id, is_check
from autograder.submission import hand_over

FORM = unit_form(COURSE, UNIT)
RIGHT = json.loads(nbformat.writes(right_notebook()))
SLOW = ("million", "thousand", "200_mb")
"""Seconds each; they are in test_hostile.py."""
DAMAGED = [
    student
    for student in students()
    if student.kind == "damaged" and not any(word in student.name for word in SLOW)
]
ROUNDS = 60


def as_bytes(content):
    return json.dumps(content).encode()


def fit(content):
    return repair({f"{UNIT}.ipynb": as_bytes(content)}, FORM, UNIT)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def assert_fits(notebook):
    """Every cell of nbgrader's is there once, in the form's order; what is locked is the form's."""
    wanted = [cell for cell in FORM.cells if "nbgrader" in cell.metadata]
    found = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    assert [cell.metadata for cell in found] == [cell.metadata for cell in wanted]
    assert [cell.cell_type for cell in found] == [cell.cell_type for cell in wanted]
    for cell, original in zip(found, wanted, strict=True):
        if not cell.metadata.nbgrader.solution:
            assert cell.source == original.source
    nbformat.validate(notebook)


@pytest.mark.parametrize("student", DAMAGED, ids=lambda student: student.name)
def test_a_damaged_notebook_fits_after_repair_or_is_refused(student, tmp_path):
    student.hand_in(tmp_path / "in")
    submission = hand_over(tmp_path / "in")
    if student.refused:
        with pytest.raises(Refused, match=student.refused):
            repair(submission.files, FORM, UNIT)
    else:
        repaired = repair(submission.files, FORM, UNIT)
        assert_fits(repaired.notebook)
        assert not student.note or any(
            student.note in note for note in submission.notes + repaired.notes
        )


def test_a_notebook_that_nobody_damaged_is_left_as_it_is():
    repaired = fit(RIGHT)
    assert repaired.notes == []
    assert [cell.id for cell in repaired.notebook.cells] == [cell["id"] for cell in RIGHT["cells"]]
    for cell, given in zip(repaired.notebook.cells, RIGHT["cells"], strict=True):
        if not cell.id.endswith("-hidden"):
            assert cell.source == "".join(given["source"])


def damaged_at_random(rng):
    """Return a copy with some cells deleted, doubled, moved, renamed, retyped and of one's own."""
    cells = [json.loads(json.dumps(cell)) for cell in RIGHT["cells"]]
    for number in range(rng.integers(1, 12)):
        at = int(rng.integers(len(cells)))
        cell = json.loads(json.dumps(cells[at]))
        match int(rng.integers(8)):
            case 0:
                del cells[at]
            case 1:
                cells.insert(int(rng.integers(len(cells))), cell)
            case 2:
                cells.insert(int(rng.integers(len(cells))), cells.pop(at))
            case 3:
                cells[at]["metadata"] = {}
            case 4:
                cells[at]["id"] = f"id-{number}"
            case 5:
                cells[at]["cell_type"] = str(rng.choice(["code", "markdown", "raw", "other"]))
            case 6:
                own = {"cell_type": "code", "source": f"own_{number} = {number}", "metadata": {}}
                cells.insert(at, own)
            case 7:
                lines = "".join(cell["source"]).splitlines(keepends=True)
                cut = int(rng.integers(len(lines) + 1))
                cells[at]["source"] = lines[:cut]
                cells.insert(at + 1, cell | {"source": lines[cut:]})
    return RIGHT | {"cells": cells}


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_whatever_was_done_to_the_cells_every_check_is_in_its_place_and_no_own_cell_is_lost(seed):
    content = damaged_at_random(np.random.default_rng(seed))
    repaired = fit(content)
    assert_fits(repaired.notebook)
    made = "\n".join(cell.source for cell in repaired.notebook.cells)
    for cell in content["cells"]:
        source = "".join(cell["source"])
        if source.startswith("own_"):
            assert made.count(source) == 1
    ids = [cell.id for cell in repaired.notebook.cells]
    assert len(ids) == len(set(ids))


def test_answers_that_are_there_are_used_however_the_cells_are_called():
    content = json.loads(json.dumps(RIGHT))
    for number, cell in enumerate(content["cells"]):
        cell["metadata"], cell["id"] = {}, f"id-{number}"
    found = {cell.id: cell.source for cell in fit(content).notebook.cells}
    right = {cell["id"]: "".join(cell["source"]) for cell in RIGHT["cells"]}
    assert {name: found[name] for name in STUBS} == {name: right[name] for name in STUBS}


def test_cells_of_ones_own_stay_behind_the_cell_that_they_stood_behind():
    content = json.loads(json.dumps(RIGHT))
    at = next(n for n, cell in enumerate(content["cells"]) if cell["id"] == "flip_kernel")
    own = {"cell_type": "code", "source": "mine = 1", "metadata": {}, "outputs": []}
    content["cells"].insert(at, own)
    cells = fit(content).notebook.cells
    here = next(n for n, cell in enumerate(cells) if cell.source == "mine = 1")
    assert cells[here - 1].id == content["cells"][at - 1]["id"]
    assert cells[here + 1].id == "flip_kernel"
    assert cells[here].metadata == {}


def test_nothing_earns_a_notebook_of_stubs():
    notebook = nothing(FORM)
    assert_fits(notebook)
    found = {grade_id(cell): cell.source for cell in notebook.cells}
    assert {name: found[name] for name in STUBS} == STUBS
    assert sum(is_check(cell) for cell in notebook.cells) == sum(map(is_check, FORM.cells))


def test_a_file_cut_off_anywhere_is_refused_with_a_reason():
    data = as_bytes(RIGHT)
    for length in np.random.default_rng(1).integers(0, len(data), 100):
        with pytest.raises(Damaged, match=r"."):
            read_cells(data[:length])


def junk_at_random(rng, value, depth=0):
    """Return a value with parts of it replaced by what does not belong there."""
    if rng.random() < 0.02:
        return [None, True, -1, 1e300, "x", [], {}, [[]], {"source": 3}][int(rng.integers(9))]
    if isinstance(value, dict):
        return {key: junk_at_random(rng, item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [junk_at_random(rng, item, depth + 1) for item in value]
    return value


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_junk_anywhere_in_a_file_is_repaired_or_refused(seed):
    content = junk_at_random(np.random.default_rng(seed), RIGHT)
    data = as_bytes(content)
    with contextlib.suppress(Refused):
        assert_fits(repair({f"{UNIT}.ipynb": data}, FORM, UNIT).notebook)
    slim(data)


def test_a_slim_notebook_has_the_same_cells():
    content = json.loads(json.dumps(RIGHT))
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 9_000}]
    data = as_bytes(content)
    assert len(slim(data)) < len(data) / 4
    assert read_cells(slim(data)) == read_cells(data)
    assert slim(b"no notebook") == b"no notebook"


def test_the_time_of_a_submission_is_believed_if_it_can_be_true(tmp_path):
    (tmp_path / "a.ipynb").write_text("{}", encoding="utf-8")
    stamp = tmp_path / "timestamp.txt"
    now = time.gmtime(time.time() - 3600)
    stamp.write_text(time.strftime("%Y-%m-%d %H:%M:%S UTC", now), encoding="utf-8")
    submission = hand_over(tmp_path)
    assert submission.stamp.timetuple()[:6] == now[:6]
    assert submission.notes == []
    for text in ("2999-01-01 00:00:00 UTC", "1999-01-01 00:00:00 UTC", "soon", "", "9" * 5000):
        stamp.write_text(text, encoding="utf-8")
        submission = hand_over(tmp_path)
        assert "time stamp" in submission.notes[-1]
        assert abs(submission.stamp.timestamp() - (tmp_path / "a.ipynb").stat().st_mtime) < 100_000


def test_no_link_pipe_or_folder_is_read_as_a_notebook(tmp_path):
    secret = tmp_path / "secret.ipynb"
    secret.write_text('"secret"', encoding="utf-8")
    folder = tmp_path / "handed-in"
    folder.mkdir()
    (folder / "link.ipynb").symlink_to(secret)
    (folder / "elsewhere").symlink_to(tmp_path)
    (folder / "folder.ipynb").mkdir()
    os.mkfifo(folder / "pipe.ipynb")
    submission = hand_over(folder)
    assert submission.files == {}
    assert len(submission.notes) == 3
    (tmp_path / "link").symlink_to(folder)
    assert "is a link" in hand_over(tmp_path / "link").notes[0]
    assert "cannot be read" in hand_over(tmp_path / "missing").notes[0]


def test_a_name_of_a_file_does_no_harm_where_it_is_shown(tmp_path):
    (tmp_path / "`<script>`\n.ipynb").write_text("", encoding="utf-8")
    assert list(hand_over(tmp_path).files) == ["??script???.ipynb"]


def idle(*sources, own=()):
    cells = [new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    unchanged = {cell.id for n, cell in enumerate(cells) if n not in own}
    return sorted(int(name[1:]) for name in only_shown(cells, unchanged))


def test_a_cell_that_only_shows_something_is_idle():
    assert idle("x = 1", "print(x)", "y = x", "f(y)", own=[3]) == [1]
    assert idle("x = 1", "x.append(2)", "f(x)", own=[2]) == []
    assert idle("x = {}", "x['a'] = 2", "f(x)", own=[2]) == []
    assert idle("import numpy as np", "plot(np)", "def f():\n    return np.pi", own=[2]) == [1]
    assert idle("for x in range(3):\n    pass", "f(x)", own=[1]) == []
    assert idle("def f():\n    global x\n    x = 1", "f()", "f\nx", own=[2]) == [1]


def test_a_name_in_a_docstring_or_a_local_variable_needs_nothing():
    assert idle("image = 1", 'def f(image):\n    "Of an image."\n    return image', own=[1]) == [0]


def test_where_names_may_be_used_unseen_every_word_counts():
    assert idle("image = 1", "eval('image')", own=[1]) == []
    assert idle("image = 1", "%time image", own=[1]) == []
    assert idle("image = 1", "def f(:\n    image", own=[1]) == []


@pytest.mark.parametrize("unit", COURSE.units)
def test_little_of_a_unit_must_run_to_grade_it(unit):
    form = unit_form(COURSE, unit)
    own = {cell.id for cell in code(form) if "nbgrader" not in cell.metadata}
    assert len(only_shown(code(form), own)) > len(own) / 2
