"""A class of hostile and of careless students: a file in tests/hostile for each.

The file's name says what the student does, and its folder what comes of it. In `damaged` a file
hands in right answers in a damaged notebook; in the other folders it is the text of one answer
cell: of `window_dot` in a notebook that is untouched else, or of `design_kernels`, or before the
right answer to `window_dot`, in one whose other answers are right.
"""

import ast
import functools
import json
import re
import runpy
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograder import sample
from autograder.cells import answers, fill, read
from autograder.course import Course
from autograder.needs import only_shown

COURSE = Course(Path(__file__).resolve().parents[1])
UNIT = "01_convolution"
FOLDER = COURSE.root / "tests" / "hostile"

SECRET = COURSE.release(UNIT)
"""A file that links lead to: a notebook, so that following one would be worth something."""

WRONG = """

def window_dot(patch, kernel, bias=0.0):
    return 0.0
"""

CELLS = {
    "earns_nothing": "window_dot",
    "costs_its_own_exercise": "design_kernels",
    "keeps_its_marks": "window_dot",
}


@functools.cache
def _release():
    return read(COURSE.release(UNIT))


@functools.cache
def _short_release():
    release = nbformat.from_dict(_release())
    code = [cell for cell in release.cells if cell.cell_type == "code"]
    idle = only_shown(code, {cell.id for cell in code if "nbgrader" not in cell.metadata})
    release.cells = [cell for cell in release.cells if cell.id not in idle]
    return release


@functools.cache
def _right():
    return answers(read(COURSE.source(UNIT)))


PROPER_NAMES = ("Git", "IPython", "JSON", "Markdown", "NumPy", "SystemExit", "UTF", "GB", "MB")

STUBS = answers(_release())
"""The text of each answer cell as it was handed out."""


@dataclass(frozen=True)
class Student:
    """One of the class.

    Parameters
    ----------
    path : Path
        The file that says what it does.
    """

    path: Path

    @property
    def name(self):
        return self.path.stem

    @property
    def kind(self):
        return self.path.parent.name

    @property
    def sentence(self):
        words = re.sub(r" s\b", "'s", self.name.replace("_", " "))
        for name in PROPER_NAMES:
            words = re.sub(rf"\b{name}\b", name, words, flags=re.IGNORECASE)
        return f"{words[0].upper()}{words[1:]}."

    @property
    def says(self):
        return ast.get_docstring(ast.parse(self.path.read_text(encoding="utf-8")))

    @functools.cached_property
    def module(self):
        """What a file in `damaged` defines."""
        return runpy.run_path(str(self.path)) if self.kind == "damaged" else {}

    @property
    def refused(self):
        """Why it is refused, as a pattern; empty if it is not."""
        return self.module.get("REFUSED", "")

    @property
    def note(self):
        """What a note on it says, as a pattern."""
        return self.module.get("NOTE", "")

    @property
    def loses(self):
        """The exercises that it loses marks for; None if all."""
        if self.kind == "earns_nothing" or self.refused:
            return None
        return (
            {"design_kernels"}
            if CELLS.get(self.kind) == "design_kernels"
            else set(self.module.get("LOSES", ()))
        )

    def notebook(self, port=0, short=False):
        """Return the notebook that it writes, before any damage."""
        release = _short_release() if short else _release()
        if self.kind == "damaged":
            return fill(release, _right())
        cell = CELLS[self.kind]
        text = f"PORT = {port}\n{self.path.read_text(encoding='utf-8')}"
        if self.kind == "keeps_its_marks":
            text += f"\n\n{_right()[cell]}"
        elif cell == "window_dot" and "window_dot(" not in text and "window_dot =" not in text:
            text += WRONG
        others = {} if self.kind == "earns_nothing" else _right()
        return fill(release, others | {cell: text})

    def hand_in(self, folder, port=0, short=False):
        """Write what it hands in; a short notebook has no cells that only show something."""
        folder.mkdir(parents=True)
        content = json.loads(nbformat.writes(self.notebook(port, short)))
        for cell in content["cells"]:
            cell["source"] = "".join(cell["source"])
        if self.kind == "damaged":
            self.module["hand_in"](content, folder)
        else:
            write(content, folder)


def students():
    """Give the whole class, by kind and name."""
    return [Student(path) for path in sorted(FOLDER.glob("*/*.py"))]


def right_notebook():
    """Return a short notebook with right answers."""
    return fill(_short_release(), _right())


def honest():
    """Return the notebooks of some honest students, by name."""
    every = [
        *list(sample.right_students(COURSE, UNIT))[:2],
        sample.untouched_student(COURSE, UNIT),
        next(sample.wrong_students(COURSE, UNIT)),
    ]
    return {f"honest-{student.name}": student.notebook(_release()) for student in every}


def write(notebook, folder, name=f"{UNIT}.ipynb"):
    """Write a notebook, whatever it holds, and return where."""
    path = folder / name
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def place(notebook, name):
    """Return where a cell stands."""
    return next(n for n, cell in enumerate(notebook["cells"]) if cell["id"] == name)
