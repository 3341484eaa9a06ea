"""Read the cells of a notebook that anything may have happened to.

What is kept of a cell is its kind, its text and its names. Outputs, tags and all else that a file
may hold is left behind.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

MOST_CELLS = 5_000
MOST_TEXT = 8 * 2**20
"""Characters in all cells of a notebook."""

NEWEST = 4
"""The notebook format that this course is written in."""

KINDS = ("code", "markdown", "raw")


class Damaged(Exception):
    """A file cannot be read as a notebook; the text says why."""


@dataclass(frozen=True)
class Cell:
    """One cell of a submission.

    Parameters
    ----------
    kind : str
        "code", "markdown" or "raw".
    source : str
        Its text.
    names : tuple of str
        What it is called, what counts most first: nbgrader's id, then the cell's own.
    """

    kind: str
    source: str
    names: tuple[str, ...]


def read_cells(data: bytes) -> tuple[list[Cell], list[str]]:
    """Read the cells of a notebook.

    Parameters
    ----------
    data : bytes
        A file of any notebook format up to 4.

    Returns
    -------
    tuple
        The cells, and what was odd about the file.

    Raises
    ------
    Damaged
        If it is no notebook.
    """
    content = _content(data)
    notes = []
    version = content.get("nbformat")
    if type(version) is int and version > NEWEST:
        raise Damaged(f"it is in the notebook format {version}, and {NEWEST} is the newest known")
    if version != NEWEST:
        notes.append(f"The notebook is in an older format than {NEWEST}; it was brought up to it.")
    sheets = content.get("worksheets")
    found = content.get("cells")
    if found is None and isinstance(sheets, list):  # up to format 3
        found = [cell for sheet in sheets for cell in _cells_of(sheet)]
    if not isinstance(found, list):
        raise Damaged("it is JSON, but there is no list of cells in it")
    if len(found) > MOST_CELLS:
        raise Damaged(f"it has {len(found):,} cells; {MOST_CELLS:,} are the most that are read")
    cells = [cell for item in found if (cell := _cell(item))]
    if len(cells) < len(found):
        lost = len(found) - len(cells)
        notes.append(f"{lost} of {len(found)} cells are damaged and were left out.")
    if sum(len(cell.source) for cell in cells) > MOST_TEXT:
        raise Damaged(f"its cells hold more than {MOST_TEXT:,} characters")
    return cells, notes


def slim(data: bytes) -> bytes:
    """Return a notebook without outputs; what is no notebook comes back as it is."""
    try:
        content = _content(data)
    except Damaged:
        return data
    for sheet in (content, *_list(content.get("worksheets"))):
        for cell in _cells_of(sheet):
            if isinstance(cell, dict):
                for key in {"outputs", "attachments"} & cell.keys():
                    cell[key] = []
    return json.dumps(content).encode()


def _content(data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise Damaged("it is empty")
    try:
        # Finds out whether it is UTF-8, UTF-16 or UTF-32.
        content = json.loads(data.decode("utf-8-sig") if data[:3] == b"\xef\xbb\xbf" else data)
    except RecursionError as error:
        raise Damaged("its JSON is nested too deeply") from error
    except ValueError as error:
        if re.search(rb"^(<<<<<<<|=======|>>>>>>>)", data, re.MULTILINE):
            raise Damaged("two versions of it were merged, and it has the marks of that") from error
        raise Damaged(f"its JSON is damaged: {error!s:.200}") from error
    if not isinstance(content, dict):
        raise Damaged("it is JSON, but no notebook")
    return content


def _cells_of(sheet: Any) -> list:
    return _list(sheet.get("cells")) if isinstance(sheet, dict) else []


def _list(value: Any) -> list:
    return value if isinstance(value, list) else []


def _cell(item: Any) -> Cell | None:
    if not isinstance(item, dict):
        return None
    source = item.get("source", item.get("input"))
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    kind = item.get("cell_type")
    if not isinstance(source, str) or not isinstance(kind, str):
        return None
    own = item.get("metadata")
    own = own.get("nbgrader") if isinstance(own, dict) else None
    given = (own.get("grade_id") if isinstance(own, dict) else None, item.get("id"))
    names = tuple(name for name in given if isinstance(name, str))
    # Half of a surrogate pair is a character to JSON and to no file.
    text = source.encode("utf-8", "replace").decode()
    return Cell(kind if kind in KINDS else "markdown", text, names)
