"""`tools/tidy.py` brings source notebooks to one form, and the sources are in it."""

import nbformat
import pytest
import small_course
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from tools import tidy


@pytest.fixture
def notebook():
    return small_course.notebook()


@pytest.fixture
def path(tmp_path, notebook):
    path = tmp_path / "small.ipynb"
    path.write_text(tidy.as_text(notebook), encoding="utf-8")
    return path


def save(notebook, path):
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")


def cell(notebook, name):
    return next(cell for cell in notebook.cells if cell.id == name)


def keep(notebook, *outputs):
    cell(notebook, "show").outputs = list(outputs)


def stream(text, name="stdout"):
    return new_output("stream", name=name, text=text)


def test_the_sources_are_tidy():
    assert tidy.main(["--check"]) == 0, "run: make tidy"


def test_a_tidy_notebook_is_left_as_it_is(path, capsys):
    before = path.read_bytes()
    assert tidy.main(["--check", str(path)]) == 0
    assert tidy.main([str(path)]) == 0
    assert path.read_bytes() == before
    assert capsys.readouterr().out == ""


def test_what_is_not_in_order_is_named_by_check_and_mended_without_it(path, notebook, capsys):
    cell(notebook, "set-up").metadata["collapsed"] = True
    cell(notebook, "set-up").execution_count = 7
    cell(notebook, "double").outputs = [stream("left over\n")]
    notebook.metadata["toc"] = {}
    save(notebook, path)
    untidy = path.read_bytes()

    assert tidy.main(["--check", str(path)]) == 1
    said = capsys.readouterr().out
    assert "cell `set-up`: the metadata is not in its form" in said
    assert "cell `set-up`: the execution count is 7, not None" in said
    assert "cell `double`: an output without keep-output" in said
    assert "the notebook has other metadata" in said
    assert path.read_bytes() == untidy

    assert tidy.main([str(path)]) == 0
    assert path.read_text(encoding="utf-8") == tidy.as_text(small_course.notebook())


def test_the_id_of_a_cell_that_nbgrader_knows_is_its_grade_id(notebook):
    cell(notebook, "double-visible").id = "4f2a91bc"
    tidy.tidy(notebook)
    assert cell(notebook, "double-visible").metadata.nbgrader.grade_id == "double-visible"


def test_a_random_id_becomes_words_of_the_cell(notebook):
    notebook.cells += [
        new_markdown_cell("## Why a stride?", id="0a1b2c3d"),
        new_markdown_cell("## Why a stride?", id="0a1b2c3e"),
        new_code_cell("x = 3", id="3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
    ]
    tidy.tidy(notebook)
    assert [cell.id for cell in notebook.cells[-3:]] == ["why-a-stride", "why-a-stride-2", "x"]


def test_a_readable_id_stays(notebook):
    notebook.cells.append(new_markdown_cell("Another title", id="the-first-window"))
    assert tidy.tidy(notebook) == []
    assert notebook.cells[-1].id == "the-first-window"


def test_an_empty_cell_is_dropped_and_an_empty_answer_is_not(notebook):
    cells = len(notebook.cells)
    notebook.cells.append(new_code_cell("  \n", id="nothing"))
    cell(notebook, "double").source = ""
    tidy.tidy(notebook)
    assert len(notebook.cells) == cells


def test_only_nbgraders_own_keys_stay(notebook):
    given = cell(notebook, "double-visible").metadata
    given["deletable"] = False
    given["nbgrader"] |= {"checksum": "0", "cell_type": "code", "points": 2.0}
    given["tags"] = ["raises-exception"]
    tidy.tidy(notebook)
    assert cell(notebook, "double-visible").metadata == {
        "nbgrader": {
            "grade": True,
            "grade_id": "double-visible",
            "locked": True,
            "points": 2,
            "schema_version": 3,
            "solution": False,
            "task": False,
        }
    }


def test_kept_text_that_came_in_pieces_is_joined(notebook):
    keep(notebook, stream("8"), stream("\n"))
    tidy.tidy(notebook)
    assert cell(notebook, "show").outputs == [stream("8\n")]


def test_a_kept_result_counts_as_the_first(notebook):
    keep(notebook, new_output("execute_result", data={"text/plain": "8"}, execution_count=40))
    cell(notebook, "show").execution_count = 40
    tidy.tidy(notebook)
    assert cell(notebook, "show").execution_count == 1
    assert cell(notebook, "show").outputs[0].execution_count == 1


@pytest.mark.parametrize(
    ("output", "fault"),
    [
        (stream("done in 3.2 s\n"), "a time"),
        (stream("12ms/step\n"), "a time"),
        (stream("<Axes at 0x7f3a21bc90>\n"), "a memory address"),
        (stream("RuntimeWarning: overflow\n"), "a warning"),
        (stream("oops\n", "stderr"), "stderr"),
        (stream("10%\r20%\n"), "a redrawn line"),
        (stream("\x1b[31mred\x1b[0m\n"), "a color code"),
        (stream("read /home/me/a.png\n"), "a path"),
        (new_output("display_data", data={"image/png": "AAAA"}), "image/png"),
        (new_output("error", ename="ValueError", evalue="no", traceback=[]), "an error"),
    ],
)
def test_an_output_that_is_not_the_same_everywhere_is_refused(notebook, output, fault):
    keep(notebook, output)
    with pytest.raises(tidy.Untidy, match=f"`show` keeps .*{fault}"):
        tidy.tidy(notebook)


@pytest.mark.parametrize("text", ["(4, 5) float64\n", "0.25 s-shaped\n", "x: 12, step 2\n"])
def test_plain_numbers_and_words_may_be_kept(notebook, text):
    keep(notebook, stream(text))
    tidy.tidy(notebook)


def test_a_cell_that_should_keep_its_output_and_has_none_is_refused(notebook):
    keep(notebook)
    with pytest.raises(tidy.Untidy, match=r"`show` .* keeps nothing: run with --run"):
        tidy.tidy(notebook)


def test_two_cells_with_one_grade_id_are_refused(notebook):
    cell(notebook, "square").metadata.nbgrader.grade_id = "double"
    with pytest.raises(tidy.Untidy, match="two cells have the grade_id `double`"):
        tidy.tidy(notebook)


@pytest.mark.parametrize("points", [None, -1, "two", True])
def test_points_that_are_no_number_are_refused(notebook, points):
    cell(notebook, "double-visible").metadata.nbgrader["points"] = points
    with pytest.raises(tidy.Untidy, match="its points are"):
        tidy.tidy(notebook)


@pytest.mark.parametrize(
    "content", [b"", b"not json", b'{"cells": [', b"[]", b"{}", b"\xff\xfe", b'{"nbformat": 3}']
)
def test_a_file_that_is_no_notebook_is_named_and_left_as_it_is(tmp_path, capsys, content):
    path = tmp_path / "broken.ipynb"
    path.write_bytes(content)
    assert tidy.main([str(path)]) == 1
    assert "broken.ipynb: it is " in capsys.readouterr().err
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["broken.ipynb"]


def test_one_bad_notebook_does_not_keep_the_others_from_being_tidied(tmp_path, notebook):
    (tmp_path / "a.ipynb").write_text("{", encoding="utf-8")
    notebook.metadata["toc"] = {}
    save(notebook, tmp_path / "b.ipynb")
    assert tidy.main([str(tmp_path)]) == 1
    assert tidy.main(["--check", str(tmp_path / "b.ipynb")]) == 0


def test_a_path_that_is_not_there_is_a_misuse(tmp_path, capsys):
    assert tidy.main([str(tmp_path / "none.ipynb")]) == 2
    assert "none.ipynb is neither a notebook nor a folder" in capsys.readouterr().err
    assert tidy.main([str(tmp_path)]) == 2


def test_a_release_is_not_tidied(monkeypatch, path, capsys):
    monkeypatch.setattr(tidy, "MADE", path.parent)
    before = path.read_bytes()
    assert tidy.main([str(path)]) == 1
    assert "made from solutions/ by `make release`" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.slow
def test_running_renews_kept_outputs_and_nothing_else(path, notebook, capsys):
    fresh = path.read_bytes()
    keep(notebook, stream("7\n"))
    save(notebook, path)
    assert tidy.main(["--check", "--run", str(path)]) == 1
    assert "cell `show`: the kept output is another now" in capsys.readouterr().out
    assert tidy.main(["--run", str(path)]) == 0
    assert path.read_bytes() == fresh


@pytest.mark.slow
def test_running_a_notebook_that_fails_says_where_and_leaves_the_file(path, notebook, capsys):
    cell(notebook, "set-up").source = "1 / 0"
    save(notebook, path)
    before = path.read_bytes()
    assert tidy.main(["--run", str(path)]) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert path.read_bytes() == before
