"""What a student wrote into a graded notebook, as it can be read without running it."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

LONGEST_SOURCE = 100_000
"""Characters of a cell that are read."""


def own_cells(path: Path, given: Container[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the code cells of an autograded notebook that nobody handed out.

    Parameters
    ----------
    path : Path
        The notebook.
    given : container of str
        The sources of the cells that were handed out.

    Yields
    ------
    source : str
        Of a cell.
    form : dict
        nbgrader's metadata of it; empty if the student added the cell.
    """
    # The grader wrote it itself, so it need not be proved to be a notebook.
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code" and source not in given:
            yield source, cell["metadata"].get("nbgrader", {})


def without_magics(source: str) -> str:
    r"""Return a cell's source as Python: a magic, such as %%time, is none, and what follows it is.

    Examples
    --------
    >>> without_magics("%%time\nx = 1")
    '\nx = 1'
    """
    lines = source.splitlines()
    return "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in lines)
