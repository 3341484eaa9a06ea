"""Make what students get from the sources, and see that it is neither stale nor telling."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment

from autograder.cells import read
from autograder.course import Course, Failed
from autograder.tools import address_of, open_gradebook, run_step

REGION = re.compile(
    r"BEGIN (?P<kind>SOLUTION|HIDDEN TESTS)[^\n]*\n(?P<text>.*?)\n[^\n]*END (?P=kind)", re.DOTALL
)
IGNORED = {".ipynb_checkpoints", "__pycache__", ".DS_Store"}


def build(course: Course, unit: str, folder: Path, db_url: str = "") -> bytes:
    """Make the release of a unit in a folder of its own and return it as the bytes of its file.

    Parameters
    ----------
    course : Course
        The course.
    unit : str
        The unit.
    folder : Path
        An empty or temporary folder to work in.
    db_url : str, optional
        The gradebook that gets to know the unit; by default one in `folder`.

    Returns
    -------
    bytes
        The notebook.

    Raises
    ------
    Failed
        If nbgrader refuses the source, or the release would give an answer away.
    """
    source = course.source(unit)
    stray = sorted({path.name for path in source.parent.iterdir()} - IGNORED - {source.name})
    if stray:
        raise Failed(
            f"{source.parent} holds {', '.join(stray)} besides the notebook, and nbgrader would "
            "hand that to the students"
        )
    written = read(source)
    config = course.config()
    config.CourseDirectory.root = str(folder)
    config.CourseDirectory.source_directory = "source"
    config.CourseDirectory.release_directory = "release"
    config.CourseDirectory.db_url = db_url or open_gradebook(address_of(folder / "gradebook.db"))
    copy = folder / "source" / unit / source.name
    copy.parent.mkdir(parents=True)
    shutil.copyfile(source, copy)
    run_step(GenerateAssignment, config, unit)
    made = folder / "release" / unit / source.name
    given_away = list(leaks(written, read(made)))
    if given_away:
        raise Failed(f"the release of {unit} would give away " + "; ".join(given_away))
    return made.read_bytes()


def leaks(source: NotebookNode, release: NotebookNode) -> Iterator[str]:
    """Name what of the answers and hidden checks of a source stands in a release.

    Parameters
    ----------
    source, release : NotebookNode
        The two notebooks of one unit.

    Yields
    ------
    str
        The cell of the source, and the line of it that students would see.
    """
    open_lines = {
        line.strip() for cell in source.cells for line in _without_regions(cell).splitlines()
    }
    given = "\n".join(cell.source for cell in release.cells)
    given_lines = {line.strip() for line in given.splitlines()}
    for cell in source.cells:
        for region in REGION.finditer(cell.source):
            for line in map(str.strip, region["text"].splitlines()):
                if len(line) > 3 and line in given_lines and line not in open_lines:
                    yield f"`{line}` of cell {cell.id}"
    for cell in release.cells:
        if "hidden=True" in cell.source and cell.cell_type == "code":
            yield f"the hidden check in cell {cell.id}"
        if re.search(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS)", cell.source):
            yield f"a marker in cell {cell.id}"
        if cell.get("outputs"):
            yield f"the output of cell {cell.id}"


def _without_regions(cell: NotebookNode) -> str:
    """Return the part of a source cell that students may see."""
    own = cell.metadata.get("nbgrader", {})
    if own.get("solution") and not REGION.search(cell.source):
        return ""
    return REGION.sub("", cell.source)


def build_all(course: Course, units: list[str]) -> Iterator[tuple[str, bytes]]:
    """Make the releases of several units in a temporary folder and give each as it is done."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for unit in units:
            yield unit, build(course, unit, Path(folder) / unit)


def stale(course: Course, units: list[str]) -> Iterator[str]:
    """Say which releases are not what their sources make, and how to make them."""
    for unit, content in build_all(course, units):
        path = course.release(unit)
        if not path.is_file():
            yield f"notebooks/{unit} is missing. Make it: autograder release {unit}"
        elif path.read_bytes() != content:
            yield f"notebooks/{unit} is stale. Make it again: autograder release {unit}"


def orphans(course: Course) -> list[str]:
    """Return the released units that have no source any more."""
    found = (course.root / "notebooks").glob("*/*.ipynb")
    return sorted({path.parent.name for path in found} - set(course.units))


def replace(path: Path, content: bytes) -> bool:
    """Write a file as a whole and tell whether it changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True
