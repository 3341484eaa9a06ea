"""Print marks, and for each lost mark the reason."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from autograder.grading import Check, Marks

WIDTH = 100
NOT_ATTEMPTED = "NotAttempted"
NAMES_THE_MISTAKE = ("This is what you get when", "Several mistakes would give this")


def table(marks: Iterable[Marks], planted: Mapping[tuple[str, str], Mapping[str, str]]) -> str:
    """Write the marks of a class, one unit after the other.

    Parameters
    ----------
    marks : iterable of Marks
        The submissions.
    planted : mapping
        By unit and student, what is wrong in a made-up student's exercises.

    Returns
    -------
    str
        Lines for a terminal.
    """
    marks = list(marks)
    lines: list[str] = []
    for unit in sorted({one.unit for one in marks}):
        rows = [one for one in marks if one.unit == unit]
        points = max(one.points for one in rows)
        lines += ["", f"{unit}: {points:g} marks"]
        width = max(len(one.student) for one in rows)
        for one in rows:
            score = f"{one.score:>5g}" if not one.problem else "    -"
            lines.append(f"  {one.student:<{width}} {score}")
            lines += _details(one, planted.get((unit, one.student), {}))
    return "\n".join(lines[1:])


def _details(marks: Marks, planted: Mapping[str, str]) -> Iterator[str]:
    if marks.problem:
        yield from _wrapped("not graded", marks.problem)
    idle = [check for check in marks.checks if check.lost and check.error == NOT_ATTEMPTED]
    names = list(dict.fromkeys(check.exercise for check in idle))
    if names:
        yield from _wrapped(
            f"-{sum(check.lost for check in idle):g}", "not attempted: " + ", ".join(names)
        )
    for exercise in dict.fromkeys(check.exercise for check in marks.checks):
        lost = [c for c in marks.checks if c.exercise == exercise and c.lost and c not in idle]
        if lost:
            note = f"({planted[exercise]}) " if exercise in planted else ""
            total = sum(check.lost for check in lost)
            yield from _wrapped(f"-{total:g}", f"{note}{reason(lost[0])}")


def reason(check: Check) -> str:
    """Say in a line or two why a check gave no marks.

    Examples
    --------
    >>> reason(Check("relu-visible", 0, 2, "NameError", "name 'np' is not defined"))
    "relu: NameError: name 'np' is not defined"
    """
    return " ".join(reasons(check))


def reasons(check: Check) -> list[str]:
    """Give what `reason` says in parts: how the check went, then the name of the mistake if any."""
    if not check.error:
        return [f"{check.exercise}: {check.name} ran through and got {check.score:g}"]
    blocks = [" ".join(block.split()) for block in check.says.split("\n\n")]
    if not blocks[0].startswith(f"{check.exercise}:"):
        return [f"{check.exercise}: {check.error}: {blocks[0]}".rstrip(": ")]
    return [blocks[0], *(block for block in blocks[1:] if block.startswith(NAMES_THE_MISTAKE))]


def _wrapped(mark: str, text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=f"      {mark:>4}  ", subsequent_indent=" " * 12
    )
