"""Make notebooks/start.ipynb, the page on which `make lab` opens, from the units.

    python tools/start.py           # or make release
    python tools/start.py --check   # changes nothing; fails if the page is stale

The units stand in the page's metadata, as data, and are read there by whatever shows how far
somebody is.
"""

from __future__ import annotations

import argparse
import copy
import re
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.utils import is_solution

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from autograder.cells import read  # noqa: E402
from autograder.release import replace  # noqa: E402
from cnnbasics.journal.course import KEY, Unit, as_data  # noqa: E402
from cnnbasics.journal.kept import FILE, START  # noqa: E402
from cnnbasics.journal.page import MAP, fill  # noqa: E402
from tools import course, tidy  # noqa: E402

PAGE = ROOT / "notebooks" / START

TOP = """# CNN Basics

Click on the name beside the colored bar: it leads to what comes next. Or choose any unit by its
name; the triangle in its row shows what you will learn there and its exercises."""

BELOW = f"""You can stop at any time: JupyterLab saves what you write within seconds, and this page
knows how far you are when you come back. It is renewed when it is opened and when you reload it
in the browser, with F5. In a unit's notebook, `from cnnbasics import progress` and then
`progress()` show how that unit stands.

What your checks said is kept in the file `{FILE}` beside this page, on this machine, for
you alone. It counts for no mark. Delete the file, and all of it is forgotten; your answers are in
the notebooks."""

KEPT_WHOLE = {"deletable": False, "editable": False}
"""So that a click beside a link neither opens a cell's source nor deletes it."""


def units() -> list[Unit]:
    """Return the units, as the page knows them."""
    return [
        Unit(
            name=unit.name,
            title=unit.title,
            able=re.sub(r"[*`]", "", unit.opening("You will be able to")),
            minutes=unit.minutes,
            exercises=tuple(cell.id for cell in read(unit.path).cells if is_solution(cell)),
        )
        for unit in course.units()
    ]


def page(listed: list[Unit]) -> NotebookNode:
    """Make the page, with the map as it is before anything is done."""
    code = "from cnnbasics import progress\n\nprogress()"
    notebook = new_notebook(
        cells=[
            new_markdown_cell(TOP, id="top", metadata=KEPT_WHOLE),
            # Who opens the course came for the map and not for what draws it.
            new_code_cell(code, id=MAP, metadata=KEPT_WHOLE | {"jupyter": {"source_hidden": True}}),
            new_markdown_cell(BELOW, id="below", metadata=KEPT_WHOLE),
        ],
        metadata=copy.deepcopy(tidy.NOTEBOOK_METADATA) | {KEY: as_data(listed)},
    )
    fill(notebook)
    return nbformat.from_dict(notebook)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 if all is well, 1 if the page is stale.
    """
    parser = argparse.ArgumentParser(prog="python tools/start.py")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if stale")
    check = parser.parse_args(arguments).check
    content = tidy.as_text(page(units())).encode()
    if check:
        fresh = PAGE.is_file() and PAGE.read_bytes() == content
        print(f"notebooks/{START} is {'what the units make' if fresh else 'stale: make release'}.")
        return 0 if fresh else 1
    print(f"notebooks/{START}: {'made' if replace(PAGE, content) else 'unchanged'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
