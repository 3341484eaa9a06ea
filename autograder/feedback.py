"""Write the pages that students get back, in parallel: nbgrader makes each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import as_completed

from autograder.course import Failed
from autograder.grading import Classroom
from autograder.workers import Processes


def give(room: Classroom, graded: Iterable[tuple[str, str]], workers: Processes) -> Iterator[str]:
    """Write feedback for graded submissions.

    Parameters
    ----------
    room : Classroom
        Where they are.
    graded : iterable
        Pairs of unit and student.
    workers : Processes
        Who writes it: processes of this machine, which see the classroom.

    Yields
    ------
    str
        What went wrong, for each that has none.
    """
    out = {
        workers.executor.submit(_give, room, unit, student): (unit, student)
        for unit, student in graded
    }
    for future in as_completed(out):
        unit, student = out[future]
        if problem := future.result():
            yield f"{unit}: {student} has no feedback: {problem}"


def _give(room: Classroom, unit: str, student: str) -> str:
    try:
        room.give_feedback(unit, student)
    except Failed as error:
        return str(error)
    return ""
