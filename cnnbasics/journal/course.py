"""What a course's start page lists, and how far somebody has come in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from cnnbasics.journal.kept import LENT, RIGHT, START, WRONG, Entry

KEY = "cnnbasics"
"""In the metadata of the start page: the units, as data."""


class Unit(NamedTuple):
    """A unit, as the start page knows it.

    Parameters
    ----------
    name : str
        Such as ``01_convolution``.
    title : str
        Its heading.
    able : str
        What one is able to do after it.
    minutes : int
        The time it takes.
    exercises : tuple of str
        The ids of its exercises and questions, in their order.
    """

    name: str
    title: str
    able: str
    minutes: int
    exercises: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of its notebook, seen from the start page."""
        return f"{self.name}/{self.name}.ipynb"


@dataclass
class Standing:
    """How one exercise stands.

    Parameters
    ----------
    status : str
        "right", "wrong", "lent" or, before all of these, "".
    mistake : str or None
        The id of the mistake that the last check recognized.
    tries : int
        How many answers were not right; the same mistake made twice in a row counts once.
    """

    status: str = ""
    mistake: str | None = None
    tries: int = 0

    def take(self, entry: Entry) -> bool:
        """Take in what happened next, and tell whether that changed anything."""
        if entry.status == LENT and self.status == RIGHT:
            return False  # what one has written stays one's own, whatever one borrows later
        if (entry.status, entry.mistake) == (self.status, self.mistake):
            return False
        self.status, self.mistake = entry.status, entry.mistake
        self.tries += entry.status == WRONG
        return True


@dataclass
class Course:
    """The units, and how far somebody has come.

    Parameters
    ----------
    units : tuple of Unit
        In their order.
    standings : dict of str to Standing
        Of the exercises with which something happened.
    last : str
        The exercise with which something happened last.
    """

    units: tuple[Unit, ...]
    standings: dict[str, Standing] = field(default_factory=dict)
    last: str = ""

    def take(self, entries: Iterable[Entry]) -> Course:
        """Take in what was kept, and return the course."""
        known = {exercise for unit in self.units for exercise in unit.exercises}
        for entry in entries:
            if entry.exercise in known:
                standing = self.standings.setdefault(entry.exercise, Standing())
                if standing.take(entry) and entry.status != LENT:
                    self.last = entry.exercise
        return self

    def standing(self, exercise: str) -> Standing:
        """Return how an exercise stands."""
        return self.standings.get(exercise, Standing())

    def right(self, unit: Unit) -> int:
        """Return how many exercises of a unit are right."""
        return sum(self.standing(exercise).status == RIGHT for exercise in unit.exercises)

    def is_begun(self, unit: Unit) -> bool:
        """Tell whether an exercise of a unit was answered, rightly or not."""
        return any(self.standing(name).status in {RIGHT, WRONG} for name in unit.exercises)

    def is_done(self, unit: Unit) -> bool:
        """Tell whether all exercises of a unit are right."""
        return self.right(unit) == len(unit.exercises)

    def unit_of(self, exercise: str) -> Unit | None:
        """Return the unit that an exercise belongs to."""
        return next((unit for unit in self.units if exercise in unit.exercises), None)

    def next_step(self) -> tuple[Unit, str] | None:
        """Return the unit to go on with and the first exercise in it that is still to do.

        That is the unit one was in, or else the next one after it that is not done, or else the
        first one that is not. What was lent comes when nothing else is left.
        """
        here = self.unit_of(self.last)
        place = self.units.index(here) if here else 0
        for done in ({RIGHT, LENT}, {RIGHT}):
            for unit in self.units[place:] + self.units[:place]:
                for exercise in unit.exercises:
                    if self.standing(exercise).status not in done:
                        return unit, exercise
        return None

    def how_far(self, unit: Unit) -> str:
        """Say how far a unit is, and what comes after it when it is done."""
        right, total = self.right(unit), len(unit.exercises)
        if right < total:
            return so_many(right, total, " in this unit")
        step = self.next_step()
        then = f"Next: {step[0].title}." if step else "So is every answer of the course."
        return f"All {total} answers in this unit are right. {then}"


def so_many(right: int, total: int, where: str = "") -> str:
    """Say how many answers are right.

    Examples
    --------
    >>> so_many(1, 8)
    '1 of 8 answers is right.'
    """
    return f"{right} of {total} answers{where} {'is' if right == 1 else 'are'} right."


def as_data(units: Iterable[Unit]) -> dict[str, Any]:
    """Write units as what stands in the metadata of the start page."""
    return {"units": [unit._asdict() | {"exercises": list(unit.exercises)} for unit in units]}


def _unit(entry: dict[str, Any]) -> Unit:
    unit = Unit(**entry)
    texts = (unit.name, unit.title, unit.able, *unit.exercises)
    if not (all(isinstance(text, str) for text in texts) and isinstance(unit.minutes, int)):
        raise TypeError(f"not a unit: {entry}")
    return unit._replace(exercises=tuple(unit.exercises))


def from_page(notebook: dict[str, Any]) -> Course:
    """Read the units from a start page.

    Raises
    ------
    ValueError
        If it lists none.
    """
    try:
        units = tuple(map(_unit, notebook["metadata"][KEY]["units"]))
        if not units:
            raise KeyError("units")
        return Course(units)
    except (KeyError, TypeError) as error:
        raise ValueError(
            f"`{START}` does not list the units any more. Take it from the course again: in a "
            f"clone, `git restore notebooks/{START}` brings it back."
        ) from error


def read(folder: Path) -> Course:
    """Read the units from the start page in a folder.

    Raises
    ------
    OSError
        If it cannot be read.
    ValueError
        If it lists no units.
    """
    text = (folder / START).read_text(encoding="utf-8")
    try:
        return from_page(json.loads(text))
    except RecursionError as error:
        raise ValueError(f"`{START}` is nested too deeply for a notebook.") from error
