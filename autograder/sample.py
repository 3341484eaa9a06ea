"""A small class of made-up students, named after what they do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path

from nbformat import NotebookNode

from autograder.cells import answers, fill, functions, functions_in, names_in, noisy, read
from autograder.course import Course
from autograder.grading import Classroom, Marks


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
    """

    name: str
    answers: dict[str, str]
    wrong: dict[str, str]

    def notebook(self, release: NotebookNode) -> NotebookNode:
        """Return what the student hands in."""
        return fill(release, self.answers)

    def surprise(self, marks: Marks) -> str:
        """Say in what the marks differ from what such a student must get; empty if in nothing."""
        if marks.problem:
            return f"{self.name} could not be graded: {marks.problem}"
        lost_wrongly = sorted(marks.wrong - set(self.wrong))
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
    """Give students with one wrong answer to each exercise, until every one was given."""
    source = read(course.source(unit))
    reference, known = answers(source), functions(source)
    wrong = course.wrong_answers(unit)
    for number, files in enumerate(zip_longest(*wrong.values()), 1):
        chosen = {name: file for name, file in zip(wrong, files, strict=True) if file}
        planted = {name: _words(file) for name, file in chosen.items()}
        texts = {name: file.read_text(encoding="utf-8") for name, file in chosen.items()}
        spoiled = set(texts).union(*map(functions_in, texts.values()))
        given = {}
        for name, right in reference.items():
            text = texts.get(name, right)
            # So a wrong answer costs its own exercise only, and two mistakes cannot cancel out.
            called = (_called(text, known) & spoiled) - {name}
            helpers = [reference.get(other, known[other]) for other in known if other in called]
            given[name] = "\n\n\n".join([*helpers, text])
        yield Student(f"mistakes-{number}", given, planted)


def _words(file: Path) -> str:
    return file.stem.replace("__", ", ").replace("_", "-")


def _called(text: str, known: dict[str, str]) -> set[str]:
    """Return the functions of a notebook that a text calls, straight or through another one."""
    called: set[str] = set()
    more = names_in(text) & set(known)
    while more:
        called |= more
        more = set().union(*(names_in(known[name]) for name in more)) & set(known) - called
    return called


def small_class(course: Course, unit: str, mistaken: int, every_kind: bool) -> list[Student]:
    """Return a few students of one unit.

    Parameters
    ----------
    course : Course
        The course.
    unit : str
        The unit.
    mistaken : int
        How many of them make mistakes, one in each exercise.
    every_kind : bool
        Whether to add right answers that are not the reference's, and right ones that warn.
    """
    right = list(islice(right_students(course, unit), 2 if every_kind else 1))
    return [
        *right,
        *([warning_student(course, unit)] if every_kind else []),
        untouched_student(course, unit),
        *islice(wrong_students(course, unit), mistaken),
    ]


def hand_in(room: Classroom, unit: str, students: list[Student], release: NotebookNode) -> None:
    """Let students hand in their notebooks of a unit, made from its release."""
    for student in students:
        room.hand_in(unit, student.name, student.notebook(release))
