"""Every made-up student's submission of a unit, graded with plain nbgrader."""

import ast

import nbformat
from nbgrader.utils import is_grade
from plain import Plain, PlainAndForked

from autograder import sample
from autograder.cells import names_in, read
from autograder.release import build

BARE = ("reference", "right-but-warns", "untouched", "deleted", "untouched-and-deleted")
"""Who is graded in a kernel that nothing of this project has started."""


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


class Graded:
    """The students of one unit, what they handed in, and the marks they got.

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
        self.right = [
            *sample.right_students(course, unit),
            sample.warning_student(course, unit),
        ]
        self.untouched = sample.untouched_student(course, unit)
        self.wrong_answers = sum(map(len, course.wrong_answers(unit).values()))
        self.mistaken = list(sample.wrong_students(course, unit))
        self.notebooks = {
            student.name: lean(student.notebook(self.release))
            for student in (*self.right, self.untouched, *self.mistaken)
        }
        self.notebooks["deleted"] = without_checks(self.notebooks["reference"])
        self.notebooks["untouched-and-deleted"] = without_checks(self.notebooks["untouched"])
        # Pictures take most of the time, and one unit shows that they do no harm.
        if unit == course.units[0]:
            self.notebooks["reference"] = self.right[0].notebook(self.release)
        self.room = Plain(course, folder)
        forked = PlainAndForked(course, folder, unit=unit)
        self.marks = {}
        for name, notebook in self.notebooks.items():
            self.room.hand_in(unit, name, notebook)
            self.marks[name] = (self.room if name in BARE else forked).grade(unit, name)

    def autograded(self, name):
        """Return a student's notebook as it came out."""
        return read(self.room.path("autograded", name, self.unit))
