"""Tables as files: read in any form, written so that a spreadsheet does no harm with them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from autograder.course import Failed

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet calculate what stands in a cell."""


def read_table(path: Path) -> tuple[list[str], list[list[str]]]:
    """Read a table that was downloaded: UTF-8 or UTF-16; commas, semicolons or tabs.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    header : list of str
    rows : list of list of str
        Each as long as the header.

    Raises
    ------
    Failed
        If it is no such table.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Failed(f"{path} cannot be read: {error.strerror}") from error
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Failed(
            f"{path} is neither in UTF-8 nor in UTF-16: a spreadsheet may have changed it. "
            "Download it again."
        ) from error
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    if not rows:
        raise Failed(f"{path} is empty. Expected a table with a header.")
    header = [name.strip() for name in rows[0]]
    width = len(header)
    return header, [(row + [""] * width)[:width] for row in rows[1:]]


def calculates(text: str) -> bool:
    """Tell whether a spreadsheet would take a text for a formula."""
    return text.startswith(FORMULA)


def inert(text: str) -> str:
    """Return a text that a spreadsheet only shows.

    Examples
    --------
    >>> inert("=1+1"), inert("O'Brien, Zoë")
    ("'=1+1", "O'Brien, Zoë")
    """
    return f"'{text}" if calculates(text) else text


def as_csv(rows: Iterable[Sequence[Any]]) -> bytes:
    r"""Write rows as CSV in UTF-8, with the mark by which spreadsheets know it.

    Texts are made `inert`: names and folders are chosen by strangers.

    Examples
    --------
    >>> as_csv([["name", "marks"], ["=1+1", -1.5]]).decode("utf-8-sig")
    "name,marks\r\n'=1+1,-1.5\r\n"
    """
    file = io.StringIO(newline="")
    csv.writer(file).writerows([_written(value) for value in row] for row in rows)
    # A name that is no Unicode is written as it can be.
    return file.getvalue().encode("utf-8-sig", "backslashreplace")


def _written(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.6g}"
    return inert(value) if isinstance(value, str) else value
