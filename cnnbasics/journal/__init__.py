"""A student's own journal: what each check said, kept for nobody else, and how far that has led."""

from __future__ import annotations

from cnnbasics.journal import course, kept
from cnnbasics.journal.kept import LENT, RIGHT, WRONG


def remember(exercise: str, status: str, mistake: str | None = None) -> str:
    """Keep what happened with an exercise, where somebody works in a course of their own.

    Parameters
    ----------
    exercise : str
        The id of the exercise or question.
    status : str
        "right", "wrong" or "lent".
    mistake : str or None
        The id of the recognized mistake.

    Returns
    -------
    str
        How far the unit is, after a right answer that was kept; otherwise nothing.
    """
    folder = kept.folder()
    if folder is None:
        return ""
    try:
        units = course.read(folder)
    except (OSError, ValueError):  # a start page that was written over: the check goes on
        return ""
    unit = units.unit_of(exercise)
    if unit is None or not kept.keep(folder, unit.name, exercise, status, mistake):
        return ""
    return units.take(kept.read(folder)).how_far(unit) if status == RIGHT else ""


__all__ = ["LENT", "RIGHT", "WRONG", "remember"]
