"""Every made-up student's submission of a unit, graded with plain nbgrader."""

import ast
import functools
import shutil
from dataclasses import replace

import nbformat
import small_course
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import is_grade, is_solution
from plain import Plain, PlainAndForked

from autograder import sample
from autograder.cells import answers, exercise_of, fill, graded, names_in, read
from autograder.course import CONFIG, Course
from autograder.grading import Marks
from autograder.release import build

BARE = ("right-but-warns", "untouched")
"""Who is graded in a kernel that nothing of this project has started."""

CROWDED = 20
"""How many students share a notebook: at each cell nbgrader's gradebook looks at all others."""

OF = "-of-"
"""Stands in an id before the name of the student whose exercise it is."""


def without_checks(notebook):
    """Return a copy in which every check was deleted."""
    copy = nbformat.from_dict(notebook)
    copy.cells = [cell for cell in copy.cells if not is_grade(cell)]
    return copy


def lean(notebook):
    """Return a copy without prose and pictures: of the ungraded cells, only what answers need."""
    copy = nbformat.from_dict(notebook)
    copy.cells = [cell for cell in copy.cells if cell.cell_type == "code"]
    ungraded = [cell for cell in copy.cells if "nbgrader" not in cell.metadata]
    trees = [ast.parse(cell.source) for cell in ungraded]
    needed = set().union(*(names_in(c.source) for c in copy.cells if "nbgrader" in c.metadata))
    for tree in reversed(trees):
        tree.body = [node for node in reversed(tree.body) if _keeps(node, needed)][::-1]
    for cell, tree in zip(ungraded, trees, strict=True):
        cell.source = ast.unparse(tree)
    return copy


def _keeps(node, needed):
    """Tell whether a statement defines something needed, and add to that what it needs itself."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        node.names = [a for a in node.names if (a.asname or a.name.split(".")[0]) in needed]
        return bool(node.names)
    if isinstance(node, ast.With):  # `with quiet():` around imports
        node.body = [inner for inner in reversed(node.body) if _keeps(inner, needed)][::-1]
        if node.body:
            needed |= set().union(*(names_in(ast.unparse(item)) for item in node.items))
        return bool(node.body)
    targets = getattr(node, "targets", [])
    defined = {getattr(node, "name", "")} | {
        target.id for target in targets if hasattr(target, "id")
    }
    if defined & needed:
        needed |= names_in(ast.unparse(node))
    return bool(defined & needed)


class Crowd:
    """Students in one notebook, who are asked only what each answers in a way of their own.

    One kernel runs it, and nbgrader enters it once. `marks` and `cells` hold, by the student's
    name, what each got, and the graded cells as they came out.
    """

    def __init__(self, course, unit, students, folder):
        own_course = Course(folder)
        source = own_course.source(unit)
        source.parent.mkdir(parents=True)
        shutil.copyfile(course.root / CONFIG, folder / CONFIG)
        nbformat.write(asked_again(read(course.source(unit)), students), source)
        room = PlainAndForked(own_course, folder, unit=unit)
        release = nbformat.reads(room.enter(unit), as_version=4)
        own_course.release(unit).parent.mkdir(parents=True)
        nbformat.write(release, own_course.release(unit))
        texts = {
            f"{name}{OF}{student.name}": text
            for student in students
            for name, text in student.answers.items()
        }
        room.hand_in(unit, "crowd", lean(fill(release, texts)))
        marks = room.grade(unit, "crowd")
        assert not marks.problem, marks.problem
        checks = {student.name: [] for student in students}
        self.cells = {student.name: [] for student in students}
        came_out = graded(read(room.path("autograded", "crowd", unit)))
        for check, cell in zip(marks.checks, came_out, strict=True):
            asked, name = check.name.split(OF)
            checks[name].append(replace(check, name=asked))
            cell.id = cell.metadata.nbgrader.grade_id = asked
            self.cells[name].append(cell)
        self.marks = {name: Marks(unit, name, tuple(own)) for name, own in checks.items()}


def asked_again(source, students):
    """Return the source of a notebook that asks each student what they answer in their own way.

    The reference's answers stand before the first, and again before each: others may call them.
    """
    locked = functools.partial(small_course.cell, new_code_cell, locked=True)
    reference = answers(source)
    cells = []
    for cell in source.cells:
        if is_solution(cell):
            name = cell.metadata.nbgrader.grade_id
            cells.append(locked(f"{name}{OF}reference", reference[name]))
        elif cell.cell_type == "code" and "nbgrader" not in cell.metadata:
            cells.append(new_code_cell(cell.source, id=cell.id))
    for student in students:
        cells.append(locked(f"reference{OF}{student.name}", "\n\n\n".join(reference.values())))
        own = {name for name, text in student.answers.items() if text != reference[name]}
        for cell in source.cells:
            asked = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            if cell.cell_type == "code" and exercise_of(asked) in own:
                again = nbformat.from_dict(cell)
                again.id = again.metadata.nbgrader.grade_id = f"{asked}{OF}{student.name}"
                again.outputs, again.execution_count = [], None
                cells.append(again)
    return new_notebook(cells=cells, metadata=source.metadata, nbformat_minor=5)


class Graded:
    """The students of one unit, what they handed in, and the marks they got.

    Some are graded apart, each in a notebook of their own; all others in crowds.

    Parameters
    ----------
    course : Course
        The course.
    unit : str
        The unit.
    folder : Path
        An empty one.
    """

    def __init__(self, course, unit, folder):
        self.course, self.unit = course, unit
        # The source's own release: whether the one in notebooks/ is stale is tested elsewhere.
        self.release = nbformat.reads(build(course, unit, folder / "release"), as_version=4)
        reference, *others = sample.right_students(course, unit)
        warns = sample.warning_student(course, unit)
        self.right = [reference, *others, warns]
        self.untouched = sample.untouched_student(course, unit)
        self.wrong_answers = sum(map(len, course.wrong_answers(unit).values()))
        self.mistaken = list(sample.wrong_students(course, unit))
        self.room = Plain(course, folder)
        self._forked = PlainAndForked(course, folder, unit=unit)
        self.notebooks = {}
        for student in (reference, warns, self.untouched, self.mistaken[0]):
            self._hand_in(student.name, lean(student.notebook(self.release)))
        self._hand_in("deleted", without_checks(self.notebooks["reference"]))
        self._hand_in("untouched-and-deleted", without_checks(self.notebooks["untouched"]))
        # Pictures take most of the time, and one unit shows that they do no harm.
        if unit == course.units[0]:
            self._hand_in("reference", reference.notebook(self.release))
        self._apart = {name: self._grade(name) for name in self.notebooks}
        self.marks = dict(self._apart)
        together = [*others, *self.mistaken[1:]]
        self._crowded = {}
        for start in range(0, len(together), CROWDED):
            some = together[start : start + CROWDED]
            crowd = Crowd(course, unit, some, folder / f"crowd-{start}")
            self.marks |= crowd.marks
            self._crowded |= crowd.cells

    def _hand_in(self, name, notebook):
        self.notebooks[name] = notebook
        self.room.hand_in(self.unit, name, notebook)

    def _grade(self, name):
        return (self.room if name in BARE else self._forked).grade(self.unit, name)

    def apart(self, student):
        """Return the marks of a student whose notebook is graded apart, now if it was not yet."""
        if student.name not in self._apart:
            self._hand_in(student.name, lean(student.notebook(self.release)))
            self._apart[student.name] = self._grade(student.name)
        return self._apart[student.name]

    def graded(self, name):
        """Return the graded cells of a student as they came out."""
        if name in self.notebooks:
            return graded(read(self.room.path("autograded", name, self.unit)))
        return self._crowded[name]

    def feedback(self, student):
        """Return the page that a student gets back."""
        self.apart(student)
        return self.room.give_feedback(self.unit, student.name).read_text(encoding="utf-8")
