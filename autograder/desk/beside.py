"""What stands in the tables beside the pages: what the pages say, to go on with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from autograder.desk.facts import STATUSES, Facts
from autograder.desk.measures import ItemNumbers, summary
from autograder.similar import Similar
from autograder.tables import as_csv


def unit_tables(facts: Facts, numbers: Sequence[ItemNumbers]) -> dict[str, bytes]:
    """Return the tables of a unit by their names: students, exercises, mistakes.

    Parameters
    ----------
    facts : Facts
        What is known of it.
    numbers : sequence of ItemNumbers
        How its items did.
    """
    return {
        "students": as_csv(_students(facts)),
        "exercises": as_csv(_exercises(numbers)),
        "mistakes": as_csv([_MISTAKES[1:], *_mistakes(facts)]),
    }


def _students(facts: Facts) -> Iterable[list[Any]]:
    yield [
        *("student", "name", "state", "score", "points", "late penalty", "stopped at"),
        *("handed in (UTC)", "graded (UTC)", "seconds", "hint calls left", "lent", "why"),
        *(f"{item.id}: {what}" for item in facts.items for what in ("score", "status", "mistakes")),
    ]
    for row in facts.rows:
        line = [row.student, facts.names.get(row.student), row.state]
        line += [row.score, facts.points, row.penalty] if row.attempts else [None] * 3
        line += [row.stopped, row.handed_in, f"{row.at:%Y-%m-%d %H:%M:%S}"]
        line += [sum(row.seconds.values()), sum(row.hints.values()), " ".join(row.lent), row.why]
        for attempt in row.attempts.values():
            line += [attempt.score, attempt.status, " ".join(attempt.mistakes)]
        yield line
    for state, students in (("waiting", facts.waiting), ("nothing handed in", facts.absent)):
        yield from ([student, facts.names.get(student), state] for student in students)


def _exercises(numbers: Sequence[ItemNumbers]) -> Iterable[list[Any]]:
    yield [
        *("number", "exercise", "points", "difficulty (mean share)", "discrimination (item-rest)"),
        *(*STATUSES, "skipped", "stopped here"),
    ]
    for place, one in enumerate(numbers, 1):
        yield [
            *(place, one.item.id, one.item.points, one.difficulty, one.discrimination),
            *(*one.counts.values(), one.skipped, one.stopped),
        ]


_MISTAKES = ["unit", "exercise", "mistake", "what it is", "student", "name"]


def _mistakes(facts: Facts) -> Iterable[list[Any]]:
    for one in facts.mistakes:
        for student in one.students:
            yield [one.item, one.id or "(no name)", one.says, student, facts.names.get(student)]


def class_tables(units: Sequence[Facts]) -> dict[str, bytes]:
    """Return the tables of a class by their names: students, units, mistakes."""
    return {
        "students": as_csv(_class(units)),
        "units": as_csv(_units(units)),
        "mistakes": as_csv(
            [_MISTAKES, *([facts.unit, *row] for facts in units for row in _mistakes(facts))]
        ),
    }


def _class(units: Sequence[Facts]) -> Iterable[list[Any]]:
    yield ["student", "name", *(f"{one.unit} ({what})" for one in units for what in _OF_A_UNIT)]
    rows = [{row.student: row for row in facts.rows} for facts in units]
    names = {who: name for facts in units for who, name in facts.names.items()}
    for student in sorted({*names, *(who for facts in units for who in facts.waiting)}):
        line: list[Any] = [student, names.get(student)]
        for facts, found in zip(units, rows, strict=True):
            row = found.get(student)
            line += [row.state if row else "nothing graded"]
            line += [row.score if row and row.attempts else None, facts.points]
        yield line


_OF_A_UNIT = ("state", "score", "points")


def _units(units: Sequence[Facts]) -> Iterable[list[Any]]:
    yield [
        *("unit", "points", "graded", "other submissions", "waiting", "nothing handed in"),
        *("median", "lower quartile", "upper quartile", "mean", "stopped"),
    ]
    for facts in units:
        told = summary([row.score for row in facts.graded])
        numbers = [told.median, told.lower, told.upper, told.mean] if told else [None] * 4
        graded = len(facts.graded)
        yield [
            *(facts.unit, facts.points, graded, len(facts.rows) - graded),
            *(len(facts.waiting), len(facts.absent), *numbers),
            sum(row.stopped is not None for row in facts.graded),
        ]


def similar_table(found: Similar, names: Mapping[str, str]) -> bytes:
    """Return the answers that are alike, a row for every two."""
    rows: list[list[Any]] = [
        ["exercise", "student", "name", "other student", "other name", "alike", "tokens shared"]
    ]
    for pair in found.pairs:
        who = [value for student in pair.students for value in (student, names.get(student))]
        rows.append([pair.exercise, *who, pair.alike, pair.shared])
    return as_csv(rows)
