"""Read what a student handed in: files of a stranger, of which only notebooks are looked at."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nbgrader.utils import parse_utc

from autograder.loose import slim

STAMP = "timestamp.txt"
"""Where nbgrader keeps the time at which a submission was handed in."""

LARGEST = 512 * 2**20
"""Bytes of a notebook that is read at all."""

LARGE = 4 * 2**20
"""Bytes of a notebook above which its outputs are dropped at once."""

MOST_FILES = 200
"""Files and folders that are looked at."""

MOST_NOTEBOOKS = 10

DEEPEST = 3
"""Folders in folders that notebooks are looked for in."""

BELIEVED = timedelta(days=366)
"""How long before its notebook was last written a submission may say that it was handed in."""


@dataclass
class Submission:
    """What was handed in for one unit.

    Parameters
    ----------
    files : dict
        The notebooks' bytes by their paths in the folder.
    notes : list of str
        What was odd about it.
    stamp : datetime or None
        When it was handed in, in UTC; None if nothing says so.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    stamp: datetime | None = None


def hand_over(folder: Path) -> Submission:
    """Read a submission from its folder. No link in it is followed.

    Parameters
    ----------
    folder : Path
        A student's folder of one unit.

    Returns
    -------
    Submission
        Without a file if there is none that can be read; the notes say why.
    """
    submission = Submission()
    if folder.is_symlink():
        submission.notes.append("The folder is a link to another place, and was not followed.")
        return submission
    written, stamp = 0.0, None
    for path in _files(folder, submission.notes):
        name = path.relative_to(folder).as_posix()
        if name == STAMP:
            stamp = path
        elif ".ipynb" in path.name.lower():
            if len(submission.files) == MOST_NOTEBOOKS:
                submission.notes.append(f"Of more than {MOST_NOTEBOOKS} notebooks, the rest wait.")
                break
            data, changed = _read(path, LARGEST, submission.notes, name)
            if data is not None:
                data = slim(data) if len(data) > LARGE else data
                submission.files.setdefault(_shown(name), data)
                written = max(written, changed)
    if stamp is not None:
        _add_stamp(submission, stamp, written)
    return submission


def _files(folder: Path, notes: list[str]) -> Iterator[Path]:
    """Give the files in a folder and in those within it, by name, those near the top first."""
    seen, folders = 0, [(folder, 0)]
    while folders:
        at, depth = folders.pop(0)
        try:
            entries = sorted(os.scandir(at), key=lambda entry: entry.name)
        except OSError as error:
            notes.append(f"`{_shown(at.name)}` cannot be read: {error.strerror}.")
            continue
        for entry in entries:
            seen += 1
            if seen > MOST_FILES:
                notes.append(f"Only the first {MOST_FILES} files were looked at.")
                return
            if entry.is_symlink():
                notes.append(f"`{_shown(entry.name)}` is a link, and links are not followed.")
            elif entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST and not entry.name.startswith("."):
                    folders.append((Path(entry.path), depth + 1))
            else:
                yield Path(entry.path)


def _read(path: Path, largest: int, notes: list[str], name: str) -> tuple[bytes | None, float]:
    """Return what is in a file and when that was written; None if it is not to be had."""
    try:
        # Between the look at a folder and this, a link or a pipe may have taken a file's place.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                notes.append(f"`{_shown(name)}` is not a file.")
                return None, 0
            data = file.read(largest + 1)
    except OSError as error:
        notes.append(f"`{_shown(name)}` cannot be read: {error.strerror}.")
        return None, 0
    if len(data) > largest:
        notes.append(f"`{_shown(name)}` is larger than {largest:,} bytes.")
        return None, 0
    return data, facts.st_mtime


def _add_stamp(submission: Submission, path: Path, written: float) -> None:
    """Believe the time stamp, which a student may have written, only if it can be true."""
    data, _ = _read(path, 1_000, submission.notes, STAMP)
    said = (data or b"").decode("utf-8", "replace").strip()
    last = datetime.fromtimestamp(written, UTC).replace(tzinfo=None)
    try:
        stamp = parse_utc(said)
        plausible = last - BELIEVED <= stamp <= datetime.now(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, TypeError):
        stamp, plausible = None, False
    if plausible:
        submission.stamp = stamp
        return
    submission.stamp = last if written else None
    submission.notes.append(
        f"The time stamp says `{_shown(said)}`, which cannot be when this was handed in; its "
        f"notebook was last written on {last:%Y-%m-%d at %H:%M} UTC, and that counts."
    )


def _shown(text: str) -> str:
    """Return a text of a student's so that it does no harm where it is shown."""
    kept = "".join(
        letter if letter.isprintable() and letter not in "`<>&" else "?" for letter in text
    )
    return kept.encode("utf-8", "replace").decode()[:100]
