"""What is known of a class's answers to one unit, gathered from the gradebook and the notebooks.

Everything that the pages say comes from here, as data: the pages compute nothing of their own.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from nbformat import NotebookNode

from autograder.cells import exercise_of, graded, read
from autograder.grading import Classroom
from autograder.judging import REFUSED
from autograder.record import Booked, Entry, Record
from autograder.written import LONGEST_SOURCE, own_cells, without_magics
from cnnbasics import exercises
from cnnbasics.checking import BORROWED, NOT_ATTEMPTED, RIGHT, WRONG
from cnnbasics.checking.exercise import Question

PARTLY, NO_ANSWER, WAITS = "partly right", "no answer came", "waits for you"

STATUSES = (RIGHT, PARTLY, WRONG, NO_ANSWER, BORROWED, NOT_ATTEMPTED, WAITS)
"""What may become of an exercise, the best first."""

UNNAMED = ""
"""The id of what is wrong and no mistake describes."""

OR = " or "

SEVERAL = "Several mistakes would give this"
"""How the judge begins where it cannot tell mistakes apart; it puts the likeliest first."""

GRADED, REFUSED_WHOLE, FAILED = "graded", "refused", "not graded"

AIDS = ("hint", "use_reference")


@dataclass(frozen=True)
class Item:
    """An exercise or a question of a unit.

    Parameters
    ----------
    id : str
        Its id.
    checks : tuple of str
        The ids of its graded cells.
    points : float
        The marks that these give.
    question : bool
        Whether an option is chosen, and no function is written.
    """

    id: str
    checks: tuple[str, ...]
    points: float
    question: bool = False


@dataclass(frozen=True)
class Attempt:
    """What one student made of one item.

    Parameters
    ----------
    status : str
        One of `STATUSES`.
    score, points : float
        What it earned, with marks by hand, and what it could earn.
    mistakes : tuple of str
        The ids of the recognized mistakes; of a question, the option that was chosen.
    """

    status: str
    score: float
    points: float
    mistakes: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Which part of the marks it earned."""
        return self.score / self.points if self.points else 0.0

    @property
    def attempted(self) -> bool:
        """Whether there is anything: a function that was borrowed is a way to go on."""
        return self.status != NOT_ATTEMPTED


@dataclass(frozen=True)
class Row:
    """What one student handed in for a unit, and what became of it.

    Parameters
    ----------
    student : str
        Whose.
    state : str
        "graded", "refused" or "not graded".
    why : str
        The reason if it is not graded.
    attempts : dict
        By the item's id; empty if it is not graded.
    at : datetime
        When it was graded, in UTC.
    handed_in : datetime or None
        When, in UTC.
    penalty : float
        Marks that lateness costs.
    seconds : dict
        What the grading took, by part.
    notes : tuple of str
        What was odd about it.
    hints : dict
        How many calls of `hint` are left in the notebook, by exercise.
    lent : tuple of str
        The exercises whose function it borrows with `use_reference`.
    """

    student: str
    state: str
    at: datetime
    why: str = ""
    attempts: Mapping[str, Attempt] = field(default_factory=dict)
    handed_in: datetime | None = None
    penalty: float = 0.0
    seconds: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    hints: Mapping[str, int] = field(default_factory=dict)
    lent: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """What it earned, after what lateness costs; as in nbgrader's export, never below 0."""
        return max(0.0, sum(one.score for one in self.attempts.values()) - self.penalty)

    @property
    def stopped(self) -> str | None:
        """The first item from which on nothing was attempted; None if the last one was."""
        first = None
        for name, attempt in self.attempts.items():
            if attempt.attempted:
                first = None
            elif first is None:
                first = name
        return first

    @property
    def skipped(self) -> list[str]:
        """The items that were not attempted though a later one was."""
        idle = [name for name, one in self.attempts.items() if not one.attempted]
        if self.stopped is None:
            return idle
        return idle[: idle.index(self.stopped)]


@dataclass(frozen=True)
class Mistake:
    """A mistake that somebody in the class made.

    Parameters
    ----------
    item, id : str
        Where, and its id; `UNNAMED` for answers that are wrong in no way that has a name.
    says : str
        Finishes the sentence "This is what you get when ...", or is what the chosen option is told.
    students : tuple of str
        Who made it.
    question : bool
        Whether it is an option that was chosen.
    """

    item: str
    id: str
    says: str
    students: tuple[str, ...]
    question: bool = False


@dataclass(frozen=True)
class Facts:
    """What is known of a unit.

    Parameters
    ----------
    unit, title : str
        Its id, and the heading of its notebook.
    items : tuple of Item
        In the order of the notebook.
    rows : tuple of Row
        A submission each, by student.
    waiting : tuple of str
        Who handed in something that was never graded.
    absent : tuple of str
        Students whom the gradebook knows and who handed in nothing.
    names : dict
        What the gradebook calls each student that it knows, by id; empty if it has the id alone.
    """

    unit: str
    title: str
    items: tuple[Item, ...]
    rows: tuple[Row, ...]
    waiting: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def points(self) -> float:
        """What a submission can earn."""
        return sum(item.points for item in self.items)

    @property
    def graded(self) -> list[Row]:
        """The submissions that have marks which say something."""
        return [row for row in self.rows if row.state == GRADED]

    @property
    def mistakes(self) -> list[Mistake]:
        """The mistakes of the class, the most frequent first, each student once in each."""
        who: dict[tuple[str, str], list[str]] = {}
        for row in self.graded:
            for item, attempt in row.attempts.items():
                for mistake in attempt.mistakes:
                    who.setdefault((item, mistake), []).append(row.student)
        questions = {item.id for item in self.items if item.question}
        found = [
            Mistake(item, mistake, _says(item, mistake), tuple(students), item in questions)
            for (item, mistake), students in who.items()
        ]
        return sorted(found, key=lambda one: (-len(one.students), one.item, one.id))


def gather(room: Classroom, record: Record, unit: str) -> Facts:
    """Find out what is known of a unit.

    Parameters
    ----------
    room : Classroom
        Where it was graded.
    record : Record
        Its gradebook.
    unit : str
        The unit.

    Returns
    -------
    Facts
    """
    source = read(room.course.source(unit))
    items = _items(source)
    names, booked = record.names(), record.booked(unit)
    given = {cell["source"] for cell in source.cells}
    if room.course.release(unit).is_file():
        given |= {cell["source"] for cell in read(room.course.release(unit)).cells}
    rows = []
    for entry in record.entries(unit):
        aids = Aids()
        if not (entry.failure or entry.problem):
            aids = _aids(room, unit, entry.student, given)
        rows.append(_row(entry, items, booked.get(entry.student, Booked()), aids))
    known = {row.student for row in rows}
    waiting = [student for student in room.students(unit) if student not in known]
    absent = [student for student in names if student not in known.union(waiting)]
    return Facts(
        unit, _title(source, unit), items, tuple(rows), tuple(waiting), tuple(absent), names
    )


def _title(notebook: NotebookNode, unit: str) -> str:
    for cell in notebook.cells:
        heading = re.search(r"^# +(.+)$", cell.source, re.MULTILINE)
        if cell.cell_type == "markdown" and heading:
            return heading[1].strip()
    return unit


def _items(notebook: NotebookNode) -> tuple[Item, ...]:
    checks: dict[str, dict[str, float]] = {}
    for cell in graded(notebook):
        name = cell.metadata.nbgrader.grade_id
        checks.setdefault(exercise_of(name), {})[name] = float(cell.metadata.nbgrader.points)
    return tuple(
        Item(name, tuple(cells), sum(cells.values()), name in exercises.questions())
        for name, cells in checks.items()
    )


def _row(entry: Entry, items: Iterable[Item], booked: Booked, aids: Aids) -> Row:
    state, attempts = GRADED, {}
    if entry.failure or entry.problem:
        state = FAILED if entry.failure else REFUSED_WHOLE
    else:
        attempts = {item.id: _attempt(item, entry, booked) for item in items}
    return Row(
        entry.student,
        state,
        entry.at,
        entry.failure or entry.problem,
        attempts,
        booked.handed_in,
        booked.penalty,
        entry.times,
        tuple(entry.notes),
        aids.hints,
        aids.lent,
    )


def _attempt(item: Item, entry: Entry, booked: Booked) -> Attempt:
    # A mark by hand stands in nbgrader's table alone.
    scores = [booked.scores.get(cell, entry.marks.get(cell, (0.0, 0))[0]) for cell in item.checks]
    score = sum(one or 0.0 for one in scores)
    verdicts = [entry.verdicts[cell] for cell in item.checks if cell in entry.verdicts]
    said = [verdict["status"] for verdict in verdicts]
    if said and all(status == NOT_ATTEMPTED for status in said):
        status = NOT_ATTEMPTED
    elif None in scores:
        status = WAITS
    elif BORROWED in said:
        status = BORROWED
    elif score >= item.points:
        status = RIGHT
    elif said and all(status == REFUSED for status in said):
        status = NO_ANSWER
    else:
        status = PARTLY if score > 0 else WRONG
    return Attempt(status, score, item.points, tuple(_made(item, verdicts)))


def _made(item: Item, verdicts: list[dict[str, Any]]) -> list[str]:
    """Return the mistakes behind an item's verdicts, as ids."""
    wrong = [verdict for verdict in verdicts if verdict["status"] == WRONG]
    if item.question:
        return [_chosen(item.id, verdict["says"]) for verdict in wrong]
    named = [verdict for verdict in wrong if verdict["mistake"]]
    # One check may tell apart what another cannot.
    sure = [verdict for verdict in named if SEVERAL not in verdict["says"]]
    made = list(dict.fromkeys(verdict["mistake"] for verdict in sure or named))
    return made or ([UNNAMED] if wrong else [])


def _chosen(question: str, said: str) -> str:
    """Return the option that was chosen, known by what it was told; `UNNAMED` if it is none."""
    told = said.partition("\n\n")[2]
    options = exercises.question(question).says.items()
    # Options that are told the same are not told apart.
    return OR.join(str(option) for option, text in options if text == told)


def _says(item: str, mistake: str) -> str:
    entry = {**exercises.exercises(), **exercises.questions()}.get(item)
    if entry is None or mistake == UNNAMED:
        return ""
    if isinstance(entry, Question):
        first = mistake.partition(OR)[0]
        return next((text for key, text in entry.says.items() if str(key) == first), "")
    return next((one.says for one in entry.mistakes if one.id == mistake), "")


# Hints and lent functions: what is left of them in the notebook


@dataclass(frozen=True)
class Aids:
    """The help whose calls are left in a notebook: hints, and lent functions."""

    hints: Mapping[str, int] = field(default_factory=dict)
    lent: tuple[str, ...] = ()


def _aids(room: Classroom, unit: str, student: str, given: set[str]) -> Aids:
    """Find the calls of `hint` and `use_reference` that a student left in the notebook."""
    path = room.path("autograded", student, unit)
    if not path.is_file():
        return Aids()
    hints: Counter[str] = Counter()
    lent: dict[str, None] = {}
    for source, _ in own_cells(path, given):
        for aid, name in calls_in(source):
            if aid == "hint":
                hints[name] += 1
            else:
                lent[name] = None
    return Aids(dict(hints), tuple(lent))


def calls_in(source: str) -> Iterator[tuple[str, str]]:
    r"""Give the calls of `hint` and `use_reference` in a piece of Python, and what they are for.

    Examples
    --------
    >>> list(calls_in("hint(relu)\nx = use_reference('tanh')  # hint(no)"))
    [('hint', 'relu'), ('use_reference', 'tanh')]
    """
    if len(source) > LONGEST_SOURCE or not any(aid in source for aid in AIDS):
        return
    try:
        tree = ast.parse(without_magics(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Name(aid), [ast.Constant(str(name)) | ast.Name(name), *_]):
                if aid in AIDS and name in exercises.exercises():
                    yield aid, name
