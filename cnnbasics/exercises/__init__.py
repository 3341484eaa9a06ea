"""The exercises and questions of every unit, found by looking at what lies in this folder."""

from __future__ import annotations

import difflib
import functools
import importlib
import pkgutil

from cnnbasics.checking.exercise import Exercise, Question

_PREFIX = "unit_"


class UnknownExercise(LookupError):
    """There is no exercise, or no question, with that name."""

    def _render_traceback_(self) -> list[str]:
        """Tell IPython what to draw: the message says all there is to know."""
        return [f"{type(self).__name__}: {self}"]


@functools.cache
def units() -> dict[str, dict[str, Exercise | Question]]:
    """Return each unit's entries by id, units and entries in their order.

    Returns
    -------
    dict of str to dict
        Such as ``units()["01_convolution"]["correlate2d"]``.
    """
    found = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        if module.startswith(_PREFIX):
            values = vars(importlib.import_module(f"{__name__}.{module}")).values()
            entries = [value for value in values if isinstance(value, Exercise | Question)]
            found[module.removeprefix(_PREFIX)] = {entry.id: entry for entry in entries}
    return found


def _all(kind: type) -> dict:
    return {
        name: entry
        for entries in units().values()
        for name, entry in entries.items()
        if isinstance(entry, kind)
    }


def exercises() -> dict[str, Exercise]:
    """Return all exercises by id."""
    return _all(Exercise)


def questions() -> dict[str, Question]:
    """Return all questions by id."""
    return _all(Question)


def unit_of(name: str) -> str:
    """Return the unit that an exercise or a question belongs to."""
    return next(unit for unit, entries in units().items() if name in entries)


@functools.cache
def is_later(name: str, other: str) -> bool:
    """Tell whether one exercise belongs to a later unit than the other."""
    places = {key: place for place, unit in enumerate(units().values()) for key in unit}
    return places.get(name, 0) > places.get(other, len(places))


def _find(name: str, known: dict, kind: str):
    if isinstance(name, str) and name in known:
        return known[name]
    close = difflib.get_close_matches(str(name), known, n=1, cutoff=0.5)
    advice = f"Did you mean `{close[0]}`?" if close else f"There are: {', '.join(known)}."
    raise UnknownExercise(f"There is no {kind} called `{name}`. {advice}")


def exercise(name: str) -> Exercise:
    """Return the exercise called `name`.

    Raises
    ------
    UnknownExercise
        If there is none; the message names the closest.
    """
    return _find(name, exercises(), "exercise")


def question(name: str) -> Question:
    """Return the question called `name`.

    Raises
    ------
    UnknownExercise
        If there is none; the message names the closest.
    """
    return _find(name, questions(), "question")
