"""What is known of a class: graded, waiting, refused, failed; marks and mistakes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from autograder.batch import tasks
from autograder.grading import Classroom, Marks
from autograder.record import Entry, Record

SHOWN = 10
"""Reasons that are printed one by one."""


@dataclass(frozen=True)
class Status:
    """How far the grading of a unit is.

    Parameters
    ----------
    unit : str
        The unit.
    graded : list of str
        Who has a grade of what lies there now.
    waiting : list of str
        Whose submission, or its unit, has no grade or changed since.
    refused, failed : dict
        Why, by student: no marks for what could not be graded; not graded for no fault of its own.
    """

    unit: str
    graded: list[str]
    waiting: list[str]
    refused: dict[str, str]
    failed: dict[str, str]

    def __str__(self) -> str:
        """Counts in a line, then reasons."""
        lines = [
            f"{self.unit}: {len(self.graded):,} graded, {len(self.waiting):,} waiting, "
            f"{len(self.refused):,} refused, {len(self.failed):,} failed"
        ]
        for word, reasons in (("refused", self.refused), ("failed", self.failed)):
            lines += [f"  {word}  {who}: {why}" for who, why in list(reasons.items())[:SHOWN]]
            if len(reasons) > SHOWN:
                lines.append(f"  {word}  and {len(reasons) - SHOWN:,} others")
        return "\n".join(lines)


def status_of(room: Classroom, record: Record, unit: str) -> Status:
    """Find out how far the grading of a unit is.

    Parameters
    ----------
    room : Classroom
        Where it is graded.
    record : Record
        Its gradebook.
    unit : str
        The unit.

    Returns
    -------
    Status
    """
    students = room.students(unit)
    found = tasks(room, record, [(unit, student) for student in students])
    open_tasks = {task.student: task.key for task in found if task}
    entries = {one.student: one for one in record.entries(unit)}
    failed = {
        student: entries[student].failure
        for student, key in open_tasks.items()
        if student in entries and entries[student].failure and entries[student].key == key
    }
    done = [student for student in students if student not in open_tasks]
    return Status(
        unit,
        [student for student in done if not entries[student].problem],
        [student for student in open_tasks if student not in failed],
        {student: why for student in done if (why := entries[student].problem)},
        failed,
    )


def overview(room: Classroom, entries: list[Entry]) -> list[Marks]:
    """Read the marks of submissions from the gradebook, those by hand among them.

    Parameters
    ----------
    room : Classroom
        Where they were graded.
    entries : list of Entry
        The submissions.

    Returns
    -------
    list of Marks
    """
    marks = []
    for one in entries:
        problem = one.problem or one.failure
        if problem:
            marks.append(Marks(one.unit, one.student, problem=problem))
        else:
            marks.append(room.marks(one.unit, one.student))
    return marks


def mistakes(unit: str, entries: list[Entry]) -> str:
    """Count the recognized mistakes of a unit, each student once.

    Parameters
    ----------
    unit : str
        The unit.
    entries : list of Entry
        Its submissions.

    Returns
    -------
    str
        A line for each mistake, the most frequent first.
    """
    made = {
        (one.student, name.rsplit("-", 1)[0], verdict["mistake"])
        for one in entries
        for name, verdict in one.verdicts.items()
        if verdict["mistake"]
    }
    counted = Counter((exercise, mistake) for _, exercise, mistake in made)
    lines = [f"{unit}: {len(entries):,} submissions"]
    lines += [
        f"  {count:>5}  {exercise}: {mistake}"
        for (exercise, mistake), count in counted.most_common()
    ]
    return "\n".join([*lines, ""])
