"""What to look at first: the few sentences that an instructor should read of a unit or a class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.desk.facts import FAILED, NO_ANSWER, REFUSED_WHOLE, UNNAMED, Facts, Mistake
from autograder.desk.measures import ItemNumbers, shares
from autograder.words import many, of

MOST_MISTAKES = 3
FEW = 0.05
"""The share of the class below which a mistake is nobody's but the student's."""
MANY = 0.25
"""The share of the class from which on a wrong option is worth a word to all."""
WEAK = 0.1
"""The discrimination below which an exercise does not tell strong and weak students apart."""
HOPELESS, EASY = 0.1, 0.9
"""The mean shares of the marks between which that can be expected of it."""
HARD = 0.6
"""The mean share of the marks below which the hardest exercise is worth a word."""
LOW = 0.5
"""The share of the marks below which a student may need a word."""
LAST = 2
"""Units in a row, at the end, without a submission, of those that half of the class handed in."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at.

    Parameters
    ----------
    about : str
        An exercise, or a word for what it is about.
    text : str
        A sentence or two.
    students : tuple of str
        Whom it concerns.
    """

    about: str
    text: str
    students: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concern:
    """A student who may need a word, and why.

    Parameters
    ----------
    student : str
        The student.
    share : float or None
        Of all marks that the student could have; None without a graded submission.
    reasons : tuple of str
        Why.
    """

    student: str
    share: float | None
    reasons: tuple[str, ...]


def described(mistake: Mistake) -> str:
    """Say what a mistake is, in a sentence."""
    if mistake.question:
        return mistake.says or "An answer that is none of the options."
    if mistake.id == UNNAMED:
        return "Wrong in a way that no recognized mistake describes."
    return f"This is what you get when {mistake.says}." if mistake.says else mistake.id


def unit_findings(facts: Facts, numbers: Sequence[ItemNumbers]) -> list[Finding]:
    """Return what to look at first in a unit, the most useful first.

    Parameters
    ----------
    facts : Facts
        What is known of it.
    numbers : sequence of ItemNumbers
        How its items did.

    Returns
    -------
    list of Finding
    """
    return [
        *_mistakes(facts),
        *_exercises(facts, numbers),
        *_stops(facts, numbers),
        *_troubles(facts),
    ]


def _mistakes(facts: Facts) -> Iterator[Finding]:
    n = len(facts.graded)
    made = [one for one in facts.mistakes if len(one.students) > max(1, FEW * n)]
    named = [one for one in made if one.id != UNNAMED and not one.question]
    for one in named[:MOST_MISTAKES]:
        text = f"{of(len(one.students), n)} make the mistake `{one.id}`. {described(one)}"
        yield Finding(one.item, text, one.students)
    for one in made:
        if one.question and one.id != UNNAMED and len(one.students) >= MANY * n:
            text = f"{of(len(one.students), n)} answer `{one.id}` and are told: {one.says}"
            yield Finding(one.item, text, one.students)
    unnamed = [one for one in made if one.id == UNNAMED and not one.question]
    for one in unnamed[:1]:
        text = (
            f"{of(len(one.students), n)} are wrong in a way that has no name: read a few of them, "
            "there may be a mistake that the course does not know yet."
        )
        yield Finding(one.item, text, one.students)


def _exercises(facts: Facts, numbers: Sequence[ItemNumbers]) -> Iterator[Finding]:
    known = [one for one in numbers if one.difficulty is not None]
    hardest = min(known, key=lambda one: one.difficulty, default=None)
    if hardest is not None and hardest.difficulty < HARD:
        text = f"The hardest of the unit: {hardest.difficulty:.0%} of its marks on average."
        yield Finding(hardest.item.id, text)
    for one in known:
        weak = one.discrimination is not None and one.discrimination < WEAK
        if weak and HOPELESS < one.difficulty < EASY:
            shown = f"{one.discrimination:.2f}".replace("-", "−")
            text = (
                f"It does not tell strong and weak students apart (discrimination {shown}, "
                f"{one.difficulty:.0%} of the marks). Look at the exercise before you look at the "
                "students."
            )
            yield Finding(one.item.id, text)
    for one in known:
        count = one.counts[NO_ANSWER]
        if count > max(1, FEW * len(facts.graded)):
            text = (
                f"From {of(count, len(facts.graded))} no answer came: the cell failed, hung or was "
                "stopped. Their feedback says which."
            )
            yield Finding(one.item.id, text, _who(facts, one.item.id, NO_ANSWER))


def _who(facts: Facts, item: str, status: str) -> tuple[str, ...]:
    return tuple(row.student for row in facts.graded if row.attempts[item].status == status)


def _stops(facts: Facts, numbers: Sequence[ItemNumbers]) -> Iterator[Finding]:
    stopped = [row for row in facts.graded if row.stopped]
    if stopped:
        most = max(numbers, key=lambda one: one.stopped)
        untouched = sum(row.stopped == facts.items[0].id for row in stopped)
        text = f"{of(len(stopped), len(facts.graded))} stopped before the end"
        text += f", most of them at `{most.item.id}` ({most.stopped})." if len(stopped) > 1 else "."
        if untouched:
            text += f" {untouched} attempted nothing at all."
        yield Finding("stopped", text, tuple(row.student for row in stopped))


def _troubles(facts: Facts) -> Iterator[Finding]:
    for state, text in (
        (REFUSED_WHOLE, "could not be graded and have no marks; ask for another notebook"),
        (FAILED, "failed for no fault of their own: run `autograder grade` again"),
    ):
        found = tuple(row.student for row in facts.rows if row.state == state)
        if found:
            yield Finding(state, f"{len(found):,} {text}.", found)
    if facts.waiting:
        text = f"{len(facts.waiting):,} handed in and not graded yet: `autograder grade`."
        yield Finding("waiting", text, facts.waiting)
    if facts.absent:
        text = f"{many(len(facts.absent), 'student')} of the gradebook handed in nothing."
        yield Finding("nothing handed in", text, facts.absent)


def concerns(units: Sequence[Facts]) -> list[Concern]:
    """Return the students who may need a word, those with most reasons first.

    Parameters
    ----------
    units : sequence of Facts
        The units of the report, in their order.

    Returns
    -------
    list of Concern
        Who was refused, stopped in two units or more, has less than half of the marks of what was
        handed in, or handed in nothing in the last two units. A unit that most of the class has not
        handed in may still be open, and is none of these two.
    """
    refused: dict[str, list[str]] = {}
    stops: Counter[str] = Counter()
    share_of = shares(units)
    students: dict[str, None] = {}
    for facts in units:
        students |= dict.fromkeys([*(row.student for row in facts.rows), *facts.absent])
        for row in facts.rows:
            if row.state == REFUSED_WHOLE:
                refused.setdefault(row.student, []).append(facts.unit)
        for row in facts.graded:
            stops[row.student] += row.stopped is not None
    due = [one for one in units if len(one.rows) + len(one.waiting) >= len(one.absent)]
    found = []
    for student in students:
        share = share_of.get(student)
        reasons = []
        if len(due) >= LAST and all(student in facts.absent for facts in due[-LAST:]):
            reasons.append(f"handed in nothing in the last {LAST} units")
        if student in refused:
            reasons.append(f"refused: {', '.join(refused[student])}")
        if stops[student] >= LAST or (len(units) == 1 and stops[student]):
            where = f" in {stops[student]} of {len(units)} units" if len(units) > 1 else ""
            reasons.append(f"stopped before the end{where}")
        if share is not None and share < LOW:
            reasons.append(f"{share:.0%} of the marks of what was handed in")
        if reasons:
            found.append(Concern(student, share, tuple(reasons)))
    return sorted(found, key=lambda one: (-len(one.reasons), one.share or 0.0, one.student))
