"""A folder of submissions, graded with nbgrader."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.utils import rmtree
from traitlets.config import Config

from autograder.cells import exercise_of, graded, read
from autograder.course import Course, Failed
from autograder.release import build
from autograder.tools import address_of, open_gradebook, quiet, run_step

STEPS = ("submitted", "autograded", "feedback")


@dataclass(frozen=True)
class Check:
    """How one graded cell went.

    Parameters
    ----------
    name : str
        The cell's id.
    score, points : float
        What it earned and what it could earn.
    error, says : str
        The exception's type and its text; empty if the cell ran through.
    """

    name: str
    score: float
    points: float
    error: str = ""
    says: str = ""

    @property
    def exercise(self) -> str:
        """The exercise that the cell checks."""
        return exercise_of(self.name)

    @property
    def lost(self) -> float:
        """The marks that it did not earn."""
        return self.points - self.score


@dataclass(frozen=True)
class Marks:
    """How one submission went.

    Parameters
    ----------
    unit, student : str
        Whose it is.
    checks : tuple of Check
        Every graded cell, in the order of the notebook.
    problem : str
        Why it could not be graded; empty if it was.
    """

    unit: str
    student: str
    checks: tuple[Check, ...] = ()
    problem: str = ""

    @property
    def score(self) -> float:
        """What it earned."""
        return sum(check.score for check in self.checks)

    @property
    def points(self) -> float:
        """What it could earn."""
        return sum(check.points for check in self.checks)

    @property
    def wrong(self) -> set[str]:
        """The exercises that lost marks."""
        return {check.exercise for check in self.checks if check.lost}


@dataclass(frozen=True)
class Classroom:
    """Where submissions are handed in, graded and given feedback.

    Parameters
    ----------
    course : Course
        The course they belong to.
    folder : Path
        Holds submitted/, autograded/ and feedback/, one folder a student in each.
    gradebook : str, optional
        The SQLAlchemy address of the gradebook; by default a file gradebook.db in the folder.
    """

    course: Course
    folder: Path
    gradebook: str = ""
    known: set[str] = field(default_factory=set, init=False, compare=False)

    @property
    def db_url(self) -> str:
        """The address of the gradebook, which is made if it is not there."""
        return open_gradebook(self.gradebook or address_of(self.folder / "gradebook.db"))

    @property
    def config(self) -> Config:
        """The course's nbgrader configuration, for this folder."""
        config = self.course.config()
        config.CourseDirectory.root = str(self.folder)
        config.CourseDirectory.db_url = self.db_url
        for step in STEPS:
            config.CourseDirectory[f"{step}_directory"] = step
        return config

    def path(self, step: str, student: str, unit: str) -> Path:
        """Return where a student's notebook of a unit lies at one step."""
        suffix = ".html" if step == "feedback" else ".ipynb"
        return self.folder / step / student / unit / f"{unit}{suffix}"

    def empty(self) -> None:
        """Remove everything: submissions, grades and feedback."""
        if self.folder.exists():
            # nbgrader leaves its files without permission to write.
            rmtree(str(self.folder))
        self.known.clear()

    def hand_in(self, unit: str, student: str, notebook: NotebookNode) -> None:
        """Put a notebook where a student's submission belongs."""
        path = self.path("submitted", student, unit)
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)

    def students(self, unit: str) -> list[str]:
        """Return who handed in something for a unit, under whatever name the notebook has."""
        return sorted(path.parent.name for path in self.folder.glob(f"submitted/*/{unit}/"))

    def enter(self, unit: str) -> bytes:
        """Tell the gradebook of a unit and return the unit's release as its source makes it.

        Raises
        ------
        Failed
            If the source cannot be released.
        """
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            content = build(self.course, unit, Path(folder), self.db_url)
        self.known.add(unit)
        return content

    def grade(self, unit: str, student: str) -> Marks:
        """Grade one submission; a submission that cannot be graded says why.

        Parameters
        ----------
        unit, student : str
            Whose submission.

        Returns
        -------
        Marks
            Its marks, or the problem.
        """
        if unit not in self.known:
            self.enter(unit)
        try:
            if not self.path("submitted", student, unit).is_file():
                raise Failed(f"there is no {unit}.ipynb in it")
            read(self.path("submitted", student, unit))
            run_step(Autograde, self.config, unit, student)
        except Failed as error:
            return Marks(unit, student, problem=str(error))
        return self.marks(unit, student)

    def marks(self, unit: str, student: str) -> Marks:
        """Read the marks of a graded submission, and what its checks said."""
        course_id = self.config.CourseDirectory.course_id
        with quiet(), Gradebook(self.db_url, course_id) as gradebook:
            submission = gradebook.find_submission_notebook(unit, unit, student)
            scores = {grade.name: (grade.score, grade.max_score) for grade in submission.grades}
        checks = []
        for cell in graded(read(self.path("autograded", student, unit))):
            name = cell.metadata.nbgrader.grade_id
            error, says = said_by(cell)
            checks.append(Check(name, *scores[name], error, says))
        return Marks(unit, student, tuple(checks))

    def give_feedback(self, unit: str, student: str) -> Path:
        """Write the page that a student gets back.

        Raises
        ------
        Failed
            If nbgrader cannot write it.
        """
        run_step(GenerateFeedback, self.config, unit, student)
        return self.path("feedback", student, unit)


def said_by(cell: NotebookNode) -> tuple[str, str]:
    """Return the type and the text of the exception that a cell ended with; empty if none."""
    for output in cell.get("outputs", ()):
        if output.output_type == "error":
            return output.ename, output.evalue
    return "", ""
