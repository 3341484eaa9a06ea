"""Keep what each check said in a file beside the start page, and read it again.

The file lies in the student's own folder, is readable by nobody else and leaves the machine with
nobody's help. It is written only in the kernel of a notebook that somebody has opened, and only
where a start page lies beside the units: a grader's, a test's or an author's runs keep nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

START = "start.ipynb"
"""The start page, in the folder that holds the folders of the units."""

FILE = ".progress.jsonl"
"""What is kept, beside it: a line of JSON for each check."""

SESSION_VARIABLE = "JPY_SESSION_NAME"
"""In which Jupyter's server names the notebook for whose sake it started a kernel."""

RIGHT, WRONG, LENT = "right", "wrong", "lent"
STATUSES = (RIGHT, WRONG, LENT)


class Entry(NamedTuple):
    """What happened once.

    Parameters
    ----------
    at : str
        When, in ISO 8601 and UTC.
    unit, exercise : str
        Their ids; a question counts as an exercise.
    status : str
        "right", "wrong" or "lent".
    mistake : str or None
        The id of the recognized mistake.
    """

    at: str
    unit: str
    exercise: str
    status: str
    mistake: str | None = None


def notebook() -> Path | None:
    """Return the notebook whose kernel this process is, if somebody has opened one."""
    name = os.environ.get(SESSION_VARIABLE)
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if not hasattr(shell, "kernel"):  # a script that a notebook started has the variable too
        return None
    # VS Code names the notebook in a variable of the notebook's own.
    name = name or shell.user_ns.get("__vsc_ipynb_file__")
    return Path(name) if name else None


def folder() -> Path | None:
    """Return the folder of the start page that the open notebook belongs to."""
    path = notebook()
    return None if path is None else beside(path.parent)


def beside(place: Path) -> Path | None:
    """Return the folder, of a place and the one around it, that holds a start page."""
    for near in (place, place.parent):
        # Path.is_file would raise where looking is refused; this says that nothing is there.
        if os.path.isfile(near / START):  # noqa: PTH113
            return near
    return None


def keep(folder: Path, unit: str, exercise: str, status: str, mistake: str | None = None) -> bool:
    """Add a line to the file; tell whether that was possible.

    A line begins with a line break of its own and is written at once. So two notebooks can write
    at the same time, and a line that a power cut left half written spoils no other.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    line = "\n" + json.dumps(Entry(at, unit, exercise, status, mistake)._asdict())
    try:
        with open(folder / FILE, "ab", buffering=0, opener=_for_me_alone) as file:
            # A disk that is nearly full takes a part of it and raises nothing.
            return file.write(line.encode()) == len(line)
    except OSError:  # a folder that is read-only, a disk that is full: the check goes on
        return False


def _for_me_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def read(folder: Path) -> Iterator[Entry]:
    """Yield what was kept, the oldest first, and pass over lines that are damaged."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for line in text.splitlines():
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError, RecursionError):
            continue
        if entry.status in STATUSES and isinstance(entry.exercise, str):
            yield entry
