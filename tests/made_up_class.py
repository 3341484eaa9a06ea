"""A class of made-up students whose grades are written as the grader writes them, without a kernel.

What was planted is remembered, so that a test can ask whether a report finds it.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

import nbformat
import numpy as np
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook

from autograder.cells import answers, exercise_of, fill, graded, read
from autograder.record import Record
from autograder.running import Times
from autograder.tools import quiet
from autograder.work import Result
from cnnbasics import exercises
from cnnbasics.checking import (
    BORROWED,
    NOT_ATTEMPTED,
    RIGHT,
    WRONG,
    Fault,
    Verdict,
    collect_choice,
    explain,
    judge_choice,
)

STAMP = datetime.datetime(2026, 3, 1, 12, 0)
HOSTILE = "<script>document.title='taken'</script>"
NAMES = {
    "s001": (HOSTILE, 'O\'Neil & "Sons"'),
    "s002": ("=cmd|'/c calc'!A1", ""),
    "s003": ("Łukasz Ñandú", "de la Cruz"),
    "s004": ("\u202egnp.exe", ""),
    "s005": ("A" * 120, ""),
    "s006": ("{{ 7 * 7 }}", "{% raw %}"),
}


@dataclass
class Planted:
    """What is true of a made-up class."""

    unit: str
    students: list = field(default_factory=list)
    mistakes: dict = field(default_factory=lambda: defaultdict(set))
    chosen: dict = field(default_factory=lambda: defaultdict(set))
    stopped: dict = field(default_factory=dict)
    skipped: dict = field(default_factory=lambda: defaultdict(set))
    refused: set = field(default_factory=set)
    failed: set = field(default_factory=set)
    hints: dict = field(default_factory=lambda: defaultdict(set))
    lent: dict = field(default_factory=lambda: defaultdict(set))
    marks: dict = field(default_factory=lambda: defaultdict(dict))
    points: dict = field(default_factory=dict)


def _verdict(name, hidden, status, mistakes=()):
    question = exercises.questions().get(name)
    if question:
        if status == NOT_ATTEMPTED:
            choice = None
        elif status == RIGHT:
            choice = question.answer
        else:
            choice = mistakes[0] if mistakes else "none of them"
        verdict = judge_choice(question, collect_choice(choice))
        mistakes = ()
    else:
        known = {one.id: one.says for one in exercises.exercise(name).mistakes}
        faults = [Fault("value", "The result is wrong.")] if status == WRONG else []
        verdict = Verdict(
            name,
            status,
            hidden,
            1,
            5,
            faults,
            [(one, known[one]) for one in mistakes],
            "Well done.",
        )
    said = explain.as_text(verdict)
    return {"status": verdict.status, "mistake": verdict.mistake, "says": said, "sent": ""}


class Maker:
    """Writes a class into a classroom's gradebook.

    Parameters
    ----------
    room : Classroom
        Where; it must know the unit.
    unit : str
        The unit.
    seed : int
        Of what is left to chance.
    """

    def __init__(self, room, unit, seed=7):
        self.room, self.unit = room, unit
        self.rng = np.random.default_rng(seed)
        self.release = read(room.course.release(unit))
        self.right = answers(read(room.course.source(unit)))
        self.checks = defaultdict(dict)
        for cell in graded(read(room.course.source(unit))):
            name = cell.metadata.nbgrader.grade_id
            self.checks[exercise_of(name)][name] = float(cell.metadata.nbgrader.points)
        self.items = list(self.checks)
        self.planted = Planted(unit)
        self.own = {}
        """Texts of answers by student and item, in place of those that fit the plan."""
        self.planted.points = {name: sum(cells.values()) for name, cells in self.checks.items()}
        self.wrong = {
            (exercise, file.stem.partition("__")[0].replace("_", "-")): file
            for exercise, files in room.course.wrong_answers(unit).items()
            for file in reversed(files)
        }

    def wrong_text(self, item, mistake):
        """Return a wrong answer that makes a mistake; None if there is none."""
        file = self.wrong.get((item, mistake))
        return file.read_text(encoding="utf-8") if file else None

    def result(self, student, plan, hints=(), lent=(), seconds=1.0):
        """Return what the grader would give for what a student does in each item."""
        marks, verdicts, given = {}, {}, {}
        for item, (status, mistakes, split) in plan.items():
            cells = self.checks[item]
            for cell, points in cells.items():
                hidden = cell.endswith("-hidden")
                # Split: the visible check passes, and the hidden one does not.
                passes = status == RIGHT or (split and not hidden)
                verdict = _verdict(item, hidden, RIGHT if passes else status, mistakes)
                verdicts[cell], marks[cell] = verdict, (points * passes, points)
            self.planted.marks[student][item] = sum(marks[cell][0] for cell in cells)
            if status == RIGHT and item in self.right:
                given[item] = self.right[item]
            elif status == WRONG and item in self.right:
                given[item] = self.wrong_text(item, mistakes[0]) if mistakes else None
                given[item] = given[item] or f"{self.right[item]}\n# and something is wrong"
        given |= {item: text for (who, item), text in self.own.items() if who == student}
        notebook = fill(self.release, given)
        lines = [f"hint({name!r})" for name in hints]
        lines += [f"{name} = use_reference({name!r})" for name in lent]
        if lines:
            notebook.cells.append(new_code_cell("\n".join(lines), id="my-own"))
        times = Times(0.15, seconds, 0.04)
        return Result(self.unit, nbformat.writes(notebook), marks, verdicts, times=times)

    def make(self, n=300, recipes=None):
        """Write `n` students; return what was planted.

        Parameters
        ----------
        n : int
            How many.
        recipes : list of (item, mistake, share, split), optional
            The mistakes that a share of the class makes.
        """
        recipes = recipes or []
        planted, rng = self.planted, self.rng
        planted.students = [f"s{number:03}" for number in range(1, n + 1)]
        ability = rng.normal(size=n)
        hard = rng.normal(-1.2, 0.8, size=len(self.items))
        makes = {
            recipe: set(rng.choice(n, round(n * recipe[2]), replace=False)) for recipe in recipes
        }
        with Record(self.room) as record:
            for number, student in enumerate(planted.students):
                if number % 75 == 20:
                    self._refuse(record, student)
                elif number % 150 == 21:
                    planted.failed.add(student)
                    record.fail(self.unit, student, "key", 1, "its worker disappeared 3 times")
                else:
                    plan = self._plan(number, student, ability[number], hard, makes)
                    hints, lent = self._aids(number, student, plan)
                    seconds = float(rng.lognormal(-1, 0.5))
                    result = self.result(student, plan, hints, lent, seconds)
                    record.save(student, "key", 1, result, STAMP)
        course_id = self.room.config.CourseDirectory.course_id
        with quiet(), Gradebook(self.room.db_url, course_id) as book:
            for student, (first, last) in NAMES.items():
                book.update_or_create_student(student, first_name=first, last_name=last)
            book.update_or_create_student("absent-one", first_name="Never", last_name="There")
        return planted

    def _refuse(self, record, student):
        self.planted.refused.add(student)
        checks = [pair for cells in self.checks.values() for pair in cells.items()]
        marks = {cell: (0.0, points) for cell, points in checks}
        blank = nbformat.writes(self.release)
        problem = f"there is no notebook in it. {HOSTILE}"
        record.save(student, "key", 1, Result(self.unit, blank, marks, {}, problem=problem), STAMP)

    def _plan(self, number, student, able, hard, makes):
        planted, rng = self.planted, self.rng
        end = len(self.items)
        if number % 8 == 5:
            end = int(rng.integers(0, len(self.items)))
            planted.stopped[student] = self.items[end]
        plan = {}
        for place, item in enumerate(self.items):
            chance = 1 / (1 + np.exp(1.4 * (hard[place] - able)))
            fits = [recipe for recipe, who in makes.items() if recipe[0] == item and number in who]
            if place >= end:
                plan[item] = (NOT_ATTEMPTED, (), False)
            elif fits:
                _, mistake, _, split = fits[0]
                which = planted.chosen if item in exercises.questions() else planted.mistakes
                which[item, mistake].add(student)
                plan[item] = (WRONG, (mistake,), split)
            elif number % 20 == 3 and 0 < place < end - 1 and place % 7 == 2:
                planted.skipped[item].add(student)
                plan[item] = (NOT_ATTEMPTED, (), False)
            elif rng.random() < chance:
                plan[item] = (RIGHT, (), False)
            else:
                which = planted.chosen if item in exercises.questions() else planted.mistakes
                which[item, ""].add(student)
                plan[item] = (WRONG, (), False)
        return plan

    def _aids(self, number, student, plan):
        planted = self.planted
        functions = [item for item in self.items if item in exercises.exercises()]
        hints = [functions[number % len(functions)]] if number % 5 == 0 else []
        last = functions[-1]
        lent = [last] if number % 25 == 2 and plan[last][0] != NOT_ATTEMPTED else []
        for item in hints:
            planted.hints[item].add(student)
        for item in lent:
            planted.lent[item].add(student)
            for which in (planted.mistakes, planted.chosen):
                for (where, _), who in which.items():
                    if where == item:
                        who.discard(student)
            plan[item] = (BORROWED, (), False)
        return hints, lent
