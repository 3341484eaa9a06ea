"""Marks in numbers: how hard an exercise is, and whether it tells students apart."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.desk.facts import STATUSES, WAITS, Facts, Item

FEWEST = 10
"""Submissions below which no correlation is given, as it would say more of chance."""


@dataclass(frozen=True)
class Summary:
    """A row of numbers in five: the least, the quartiles and the most, and the mean."""

    n: int
    least: float
    lower: float
    median: float
    upper: float
    most: float
    mean: float


@dataclass(frozen=True)
class ItemNumbers:
    """How one item did.

    Parameters
    ----------
    item : Item
        The item.
    difficulty : float or None
        The mean share of the marks that it gave, from 0 to 1: the smaller, the harder. None if
        nobody has marks.
    discrimination : float or None
        The correlation with the rest of the score; see `discrimination`.
    counts : dict of str to int
        How many students have each of `STATUSES`.
    skipped : int
        How many did not attempt it and attempted a later one.
    stopped : int
        For how many it is the first from which on nothing was attempted.
    """

    item: Item
    difficulty: float | None
    discrimination: float | None
    counts: dict[str, int]
    skipped: int
    stopped: int


def summary(values: Sequence[float]) -> Summary | None:
    """Describe numbers by their quartiles and mean; None if there are none.

    Quartiles are those of `numpy.percentile`: linear between the two nearest numbers.

    Examples
    --------
    >>> summary([1, 2, 4, 8]).median
    3.0
    """
    if not values:
        return None
    ordered = sorted(map(float, values))
    # One number alone is its own quartiles, which `quantiles` refuses to say before Python 3.13.
    pair = ordered if len(ordered) > 1 else 2 * ordered
    lower, median, upper = statistics.quantiles(pair, n=4, method="inclusive")
    mean = statistics.fmean(ordered)
    return Summary(len(ordered), ordered[0], lower, median, upper, ordered[-1], mean)


def discrimination(scores: Sequence[float], rest: Sequence[float]) -> float | None:
    """Return the correlation of an item's marks with those of the other items.

    This is the point-biserial correlation where an item gives all its marks or none, and Pearson's
    coefficient, of which that is a case, where it gives a part of them too. The item's own marks
    are not in the rest: they would raise it.

    Parameters
    ----------
    scores : sequence of float
        Each student's marks of the item.
    rest : sequence of float
        Each student's marks of all other items.

    Returns
    -------
    float or None
        From -1 to 1; None where there are fewer than `FEWEST` students, or all have the same.

    Examples
    --------
    >>> round(discrimination([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 2)
    0.87
    """
    # Sums of halves and thirds may differ in the last digit where they are the same.
    scores, rest = ([round(value, 9) for value in values] for values in (scores, rest))
    if len(scores) < FEWEST or len(set(scores)) == 1 or len(set(rest)) == 1:
        return None
    return statistics.correlation(scores, rest)


def item_numbers(facts: Facts) -> list[ItemNumbers]:
    """Return how each item of a unit did, in the order of the notebook."""
    rows = facts.graded
    stops = Counter(row.stopped for row in rows)
    skips = Counter(name for row in rows for name in row.skipped)
    found = []
    for item in facts.items:
        tries = [row.attempts[item.id] for row in rows]
        # What a human has not marked yet says nothing.
        known = [row for row in rows if row.attempts[item.id].status != WAITS]
        scores = [row.attempts[item.id].score for row in known]
        rest = [
            sum(one.score for name, one in row.attempts.items() if name != item.id) for row in known
        ]
        shares = [row.attempts[item.id].share for row in known]
        counted = Counter(one.status for one in tries)
        found.append(
            ItemNumbers(
                item,
                statistics.fmean(shares) if shares else None,
                discrimination(scores, rest),
                {status: counted[status] for status in STATUSES},
                skips[item.id],
                stops[item.id],
            )
        )
    return found


def shares(units: Sequence[Facts]) -> dict[str, float]:
    """Return which part of the marks each student has, of all the units with a grade together."""
    earned: Counter[str] = Counter()
    points: Counter[str] = Counter()
    for facts in units:
        for row in facts.graded:
            earned[row.student] += row.score
            points[row.student] += facts.points
    return {student: earned[student] / most for student, most in points.items() if most}
