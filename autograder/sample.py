"""A small class of made-up students, named after what they do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from nbformat import NotebookNode

from autograder.cells import answers, fill, names_in, noisy, read
from autograder.classroom import Classroom, Marks
from autograder.course import Course


@dataclass(frozen=True)
class Student:
    """A made-up student's answers to one unit.

    Parameters
    ----------
    name : str
        Says what the answers are.
    answers : dict
        The text of each answer cell by the exercise's id; one left out stays as it was released.
    wrong : dict
        The exercises that must lose marks, and what is wrong with each.
    shaken : frozenset of str
        Exercises whose right answers call a wrong one, so that they may lose marks too.
    """

    name: str
    answers: dict[str, str]
    wrong: dict[str, str]
    shaken: frozenset[str] = frozenset()

    def notebook(self, release: NotebookNode) -> NotebookNode:
        """Return what the student hands in."""
        return fill(release, self.answers)

    def surprise(self, marks: Marks) -> str:
        """Say in what the marks differ from what such a student must get; empty if in nothing."""
        if marks.problem:
            return f"{self.name} could not be graded"
        lost_wrongly = sorted(marks.wrong - set(self.wrong) - self.shaken)
        if lost_wrongly:
            return f"{self.name} lost marks for right answers: {', '.join(lost_wrongly)}"
        kept_wrongly = sorted(set(self.wrong) - marks.wrong)
        if kept_wrongly:
            return f"{self.name} got all marks for wrong answers: {', '.join(kept_wrongly)}"
        if not self.answers and marks.score:
            return f"{self.name} got {marks.score:g} marks for nothing"
        return ""


def right_students(course: Course, unit: str) -> Iterator[Student]:
    """Give the students whose answers are all right."""
    reference = answers(read(course.source(unit)))
    yield Student("reference", reference, {})
    others = course.right_answers(unit)
    for number, files in enumerate(zip_longest(*others.values()), 1):
        chosen = {
            exercise: file.read_text(encoding="utf-8")
            for exercise, file in zip(others, files, strict=True)
            if file
        }
        yield Student(f"another-way-{number}", reference | chosen, {})


def warning_student(course: Course, unit: str) -> Student:
    """Return the one whose right answers warn and write to stderr."""
    reference = answers(read(course.source(unit)))
    loud = {exercise: noisy(source) for exercise, source in reference.items()}
    return Student("right-but-warns", loud, {})


def untouched_student(course: Course, unit: str) -> Student:
    """Return the one who hands in the notebook as it was released."""
    empty = dict.fromkeys(answers(read(course.source(unit))), "untouched")
    return Student("untouched", {}, empty)


def wrong_students(course: Course, unit: str) -> Iterator[Student]:
    """Give students with several wrong answers each, until every wrong answer was given once.

    In one notebook no wrong answer calls another one: two mistakes can cancel out.
    """
    reference = answers(read(course.source(unit)))
    waiting = course.wrong_answers(unit)
    number = 0
    while any(waiting.values()):
        number += 1
        given = dict(reference)
        wrong: dict[str, str] = {}
        for exercise, files in waiting.items():
            if not files:
                continue
            text = files[0].read_text(encoding="utf-8")
            callers = [other for other in wrong if exercise in names_in(given[other])]
            if not callers and not names_in(text) & set(wrong):
                wrong[exercise] = files.pop(0).stem.replace("__", ", ").replace("_", "-")
                given[exercise] = text
        yield Student(f"mistakes-{number}", given, wrong, _shaken(given, wrong))


def _shaken(given: dict[str, str], wrong: dict[str, str]) -> frozenset[str]:
    """Return the exercises whose answers call a wrong one, straight or through another."""
    reached = set(wrong)
    while True:
        more = {name for name, text in given.items() if names_in(text) & reached} - reached
        if not more:
            return frozenset(reached - set(wrong))
        reached |= more


def small_class(course: Course, unit: str, mistaken: int = 1) -> list[Student]:
    """Return one student of each kind.

    Parameters
    ----------
    course : Course
        The course.
    unit : str
        The unit.
    mistaken : int, default=1
        How many of them make mistakes, in as many exercises as can be.
    """
    return [
        *islice(right_students(course, unit), 2),
        warning_student(course, unit),
        untouched_student(course, unit),
        *islice(wrong_students(course, unit), mistaken),
    ]


def hand_in(room: Classroom, unit: str, students: list[Student], release: NotebookNode) -> None:
    """Let students hand in their notebooks of a unit, made from its release."""
    for student in students:
        room.hand_in(unit, student.name, student.notebook(release))
