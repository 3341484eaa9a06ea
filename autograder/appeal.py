"""Show how a grade came about, with all that is needed to do it again."""

from __future__ import annotations

import base64
import pprint
import textwrap
from collections.abc import Iterator
from typing import Any

from autograder.cells import CHECKS, exercise_of
from autograder.judging import Asked
from autograder.record import Entry
from cnnbasics import exercises
from cnnbasics.checking import RIGHT, SEED_VARIABLE, wire

INDENT = "    "
LONGEST = 1_000
"""Characters of a value that are shown."""


def explained(entry: Entry) -> str:
    """Show what a submission sent, what was expected and what the judge said.

    Parameters
    ----------
    entry : Entry
        What is known of it.

    Returns
    -------
    str
        Lines for a terminal.
    """
    lines = [
        f"{entry.student}, {entry.unit}, graded {entry.at:%Y-%m-%d %H:%M} UTC, "
        f"seed of the hidden checks {entry.seed}"
    ]
    if entry.failure:
        return "\n".join([*lines, f"Not graded: {entry.failure}"])
    if entry.problem:
        lines.append(f"Refused: {entry.problem}")
    lines += [f"Note: {note}" for note in entry.notes]
    for name, (score, points) in entry.marks.items():
        marks = "waits for a human" if score is None else f"{score:g} of {points:g}"
        verdict = entry.verdicts.get(name)
        status = f", {verdict['status']}" if verdict else ""
        lines += ["", f"{name}: {marks}{status}"]
        if verdict:
            lines += _said(verdict)
            lines += _sent(name, verdict, entry.seed)
    lines += [
        "",
        "To do it again with an answer in a file: "
        f"{SEED_VARIABLE}={entry.seed} cnnbasics check EXERCISE FILE.py --hidden",
    ]
    return "\n".join(lines)


def _said(verdict: dict[str, Any]) -> list[str]:
    return textwrap.indent(verdict["says"], INDENT).splitlines()


def _sent(name: str, verdict: dict[str, Any], seed: int) -> Iterator[str]:
    """Give what came out of the kernel, and what is right, case by case."""
    asked = Asked(exercise_of(name), hidden=name.endswith(CHECKS[True]))
    if not verdict["sent"] or verdict["status"] == RIGHT:
        return
    answers = wire.unpack(base64.b64decode(verdict["sent"]))
    if asked.name in exercises.questions():
        chosen = [call.value for call in answers.calls]
        yield f"{INDENT}sent: {chosen}"
        yield f"{INDENT}expected: {exercises.question(asked.name).answer!r}"
        return
    judged = asked.verdict(answers, seed)
    yield f"{INDENT}{len(answers.calls)} answers were sent; {len(judged.faults)} are wrong:"
    for fault in judged.faults:
        yield f"{INDENT}- {fault.label or 'all cases'}: {fault.why}"
        yield from _value("inputs", fault.inputs)
        yield from _value("expected", fault.expected)
        yield from _value("sent", fault.got)


def _value(name: str, value: Any) -> list[str]:
    text = pprint.pformat(value, width=100, compact=True)
    text = text if len(text) <= LONGEST else f"{text[:LONGEST]} ..."
    return textwrap.indent(f"{name}: {text}", 2 * INDENT).splitlines()
