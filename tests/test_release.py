"""What students get is what the sources make, runs to its end, and gives nothing away."""

import re
import shutil

import nbformat
import pytest
import small_course
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell
from nbgrader.utils import is_solution

from autograder import release
from autograder.cells import read
from autograder.cli import main
from autograder.course import Course
from cnnbasics import exercises
from cnnbasics.checking.exercise import Exercise

COURSE = Course(small_course.ROOT)
UNITS = COURSE.units
SMALL = small_course.UNIT


@pytest.fixture
def small(tmp_path):
    """A course of one unit, not yet released."""
    return small_course.make(tmp_path)


def run(course, *arguments):
    return main(["--course", str(course.root), *arguments])


def change(course, old, new):
    path = course.source(SMALL)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_course_has_units():
    assert UNITS


@pytest.fixture(scope="module")
def built():
    return dict(release.build_all(COURSE, UNITS))


@pytest.fixture
def released(built, unit):
    """What the source makes; whether notebooks/ holds the same is tested once."""
    return nbformat.reads(built[unit].decode(), as_version=4)


@pytest.mark.parametrize("unit", UNITS)
def test_a_release_is_byte_for_byte_what_its_source_makes(built, unit):
    path = COURSE.release(unit)
    assert path.is_file(), f"run: autograder release {unit}"
    assert path.read_bytes() == built[unit], f"stale; run: autograder release {unit}"


def test_every_release_has_a_source():
    assert release.orphans(COURSE) == []


@pytest.mark.parametrize("unit", UNITS)
def test_the_folder_of_a_source_holds_the_notebook_and_nothing_else(unit):
    names = {path.name for path in COURSE.source(unit).parent.iterdir()} - release.IGNORED
    assert names == {f"{unit}.ipynb"}


@pytest.mark.parametrize("unit", UNITS)
def test_a_release_holds_no_answer_and_no_hidden_check(unit, released):
    source = read(COURSE.source(unit))
    assert any(release.REGION.search(cell.source) for cell in source.cells)
    assert list(release.leaks(source, released)) == []


@pytest.mark.parametrize("unit", UNITS)
def test_every_answer_of_a_release_is_a_stub(unit, released):
    for cell in released.cells:
        if is_solution(cell):
            assert cell.source.splitlines()[-1].strip() == "# Write your code here.", cell.id
            assert "NotImplementedError" not in cell.source


def mistakes_told(text, entry):
    """Return the mistakes of an exercise that a text calls by id or describes as the check does."""
    words = set(re.findall(r"[a-z0-9]+(?:[-_][a-z0-9]+)+", text))
    return [
        mistake.id
        for mistake in entry.mistakes
        if mistake.says in text or words & {mistake.id, mistake.id.replace("-", "_")}
    ]


@pytest.mark.parametrize("unit", UNITS)
def test_a_release_does_not_list_the_recognized_mistakes(unit, released):
    entries = [entry for entry in exercises.units()[unit].values() if isinstance(entry, Exercise)]
    for cell in released.cells:
        for entry in entries:
            # Prose may happen to say what one or two mistakes say; three are a list.
            assert len(mistakes_told(cell.source, entry)) < 3, cell.id


def test_a_list_of_mistakes_is_found():
    entry = exercises.exercise("correlate2d")
    ids = [mistake.id for mistake in entry.mistakes if "-" in mistake.id]
    assert mistakes_told("Common: " + ", ".join(ids), entry) == ids
    described = [mistake.id for mistake in entry.mistakes]
    assert mistakes_told("; ".join(m.says for m in entry.mistakes), entry) == described


def run_through(notebook, folder):
    """Run a notebook as Run All does: a cell that fails without its tag stops it."""
    NotebookClient(
        notebook,
        timeout=120,
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    ).execute()


def errors(cell):
    return [out.ename for out in cell.get("outputs", ()) if out.output_type == "error"]


@pytest.mark.slow
def test_run_all_goes_on_after_a_check_that_fails(small):
    assert run(small, "release") == 0
    released = read(small.release(SMALL))
    run_through(released, small.root)
    failed = [cell.id for cell in released.cells if errors(cell)]
    assert failed == ["double-visible", "square-visible"]


def test_a_release_comes_out_the_same_each_time(small):
    assert run(small, "release", SMALL) == 0
    first = small.release(SMALL).read_bytes()
    shutil.rmtree(small.root / "notebooks")
    assert run(small, "release") == 0
    assert small.release(SMALL).read_bytes() == first


def test_a_release_has_the_ids_of_its_source_and_no_outputs(small):
    assert run(small, "release") == 0
    source, released = read(small.source(SMALL)), read(small.release(SMALL))
    assert [cell.id for cell in released.cells] == [cell.id for cell in source.cells]
    assert not any(cell.get("outputs") for cell in released.cells)
    assert not any("keep-output" in cell.metadata.get("tags", ()) for cell in released.cells)
    assert released.metadata == source.metadata


def test_only_checks_and_cells_that_use_an_answer_let_run_all_go_on(small):
    notebook = read(small.source(SMALL))
    notebook.cells.append(new_code_cell("if ready(double):\n    print(double(3))", id="use"))
    notebook.cells.append(new_code_cell("print(double)", id="other"))
    nbformat.write(notebook, small.source(SMALL))
    assert run(small, "release") == 0
    tagged = {
        cell.id
        for cell in read(small.release(SMALL)).cells
        if "raises-exception" in cell.metadata.get("tags", ())
    }
    assert tagged == {"double-visible", "double-hidden", "square-visible", "square-hidden", "use"}


def test_a_stale_or_missing_release_is_named_with_the_command_to_run(small, capsys):
    assert run(small, "release", "--check") == 1
    assert f"missing. Make it: autograder release {SMALL}" in capsys.readouterr().out
    assert run(small, "release") == 0
    assert run(small, "release", "--check") == 0
    before = small.release(SMALL).read_bytes()
    capsys.readouterr()

    change(small, "A small unit", "A changed unit")
    assert run(small, "release", "--check") == 1
    assert f"stale. Make it again: autograder release {SMALL}" in capsys.readouterr().out
    assert small.release(SMALL).read_bytes() == before
    assert run(small, "release") == 0
    assert small.release(SMALL).read_bytes() != before


def test_a_changed_answer_does_not_change_the_release(small):
    assert run(small, "release") == 0
    before = small.release(SMALL).read_bytes()
    change(small, "return x + x", "return 2 * x")
    assert run(small, "release") == 0
    assert small.release(SMALL).read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("### END SOLUTION", "### THE END", "no end solution statement"),
        ("### END HIDDEN TESTS", "### THE END", "No end hidden tests"),
        ('"nbformat": 4', '"nbformat": 9', "is not a notebook"),
    ],
)
def test_a_source_that_cannot_be_released_leaves_the_old_release(small, capsys, old, new, says):
    assert run(small, "release") == 0
    before = small.release(SMALL).read_bytes()
    change(small, old, new)
    assert run(small, "release") == 1
    assert says in capsys.readouterr().err
    assert small.release(SMALL).read_bytes() == before


def test_a_stray_file_beside_a_source_is_refused(small, capsys):
    (small.source(SMALL).parent / "answers.py").write_text("", encoding="utf-8")
    assert run(small, "release") == 1
    assert "holds answers.py besides the notebook" in capsys.readouterr().err
    assert not small.release(SMALL).exists()


def test_a_hidden_check_outside_its_markers_is_not_released(small, capsys):
    source = read(small.source(SMALL))
    source.cells.append(new_code_cell("check(double, hidden=True)", id="oops"))
    nbformat.write(source, small.source(SMALL))
    assert run(small, "release") == 1
    assert "give away the hidden check in cell oops" in capsys.readouterr().err
    assert not small.release(SMALL).exists()


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("x = 1\nreturn x**2", "`return x**2` of cell square"),
        ('check("double", double(50), 100)', "of cell double-hidden"),
        ("### BEGIN SOLUTION", "a marker in cell added"),
    ],
)
def test_a_line_of_an_answer_in_a_release_is_found(small, line, named):
    assert run(small, "release") == 0
    source, released = read(small.source(SMALL)), read(small.release(SMALL))
    assert list(release.leaks(source, released)) == []
    released.cells.append(new_code_cell(line, id="added"))
    assert any(named in leak for leak in release.leaks(source, released))


def test_a_release_without_a_source_is_pointed_out_and_not_deleted(small, capsys):
    left = small.release("07_gone")
    left.parent.mkdir(parents=True)
    left.write_text("{}", encoding="utf-8")
    assert run(small, "release") == 1
    assert "notebooks/07_gone has no source in solutions/" in capsys.readouterr().out
    assert left.exists()
    assert small.release(SMALL).exists()


def test_a_unit_that_is_not_there_is_a_misuse_and_the_closest_is_named(small, capsys):
    assert run(small, "release", "01_smal") == 2
    assert f"no unit `01_smal`. Did you mean {SMALL}?" in capsys.readouterr().err


def test_a_folder_without_a_course_is_a_misuse(tmp_path, capsys):
    assert main(["--course", str(tmp_path), "release"]) == 2
    assert "is not in a course" in capsys.readouterr().err


def test_a_course_is_found_from_a_folder_inside_it(small):
    assert main(["--course", str(small.source(SMALL).parent), "release"]) == 0
