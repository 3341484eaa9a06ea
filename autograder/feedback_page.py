"""The page that a student gets back: what to look at first, then the notebook with what it lost.

nbgrader's `generate_feedback` writes it. Of the visible part, a lost mark has the check's
explanation, its picture and the hints; of the hidden part it has the name of the mistake alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution, is_task
from traitlets.config import Config

from autograder.cells import CHECKS
from autograder.grading import Check, said_by
from autograder.harmless import PICTURES
from autograder.report import NOT_ATTEMPTED, reasons
from cnnbasics import exercises
from cnnbasics.checking import CheckFailed
from cnnbasics.checking.explain import as_inline_html

TEMPLATES = Path(__file__).resolve().parent / "templates"
VISIBLE, HIDDEN = CHECKS
NAMELESS = "Wrong; no mistake is named."
"""What a hidden check says that recognizes none."""
OF_CASES = re.compile(r"\bcases? (?:is|are|have)\b")
REACHED = "<div role='img' tabindex='0' "
IDLE = "No response."
"""What nbgrader writes in place of a comment where nothing was answered."""


def use(config: Config) -> None:
    """Let nbgrader write these pages.

    Parameters
    ----------
    config : Config
        The course's.
    """
    config.GenerateFeedback.preprocessors = [GetGrades, Lessons, CSSHTMLHeaderPreprocessor]
    config.GenerateFeedback.exporter_class = FeedbackExporter
    config.FeedbackExporter.template_name = "feedback_page"
    config.FeedbackExporter.extra_template_basedirs = [str(TEMPLATES)]


class FeedbackExporter(HTMLExporter):
    """Has a name of its own, as formgrader's pages are set up by the name of `HTMLExporter`."""


@dataclass(frozen=True)
class Lost:
    """A check that did not earn all its marks.

    Parameters
    ----------
    name, exercise : str
        Its cell's id, and the exercise.
    hidden : bool
        Whether its data stay hidden.
    lost, points : float
        Marks.
    says : str
        Why, as HTML.
    """

    name: str
    exercise: str
    hidden: bool
    lost: float
    points: float
    says: str


@dataclass
class Page:
    """What the page says besides the notebook.

    Parameters
    ----------
    lost : list of Lost
        In the order of the notebook.
    right : list of str
        Exercises with all marks.
    hints : dict
        By the cell's id, as HTML, from the idea to the indices.
    comments : list of str
        The answers that a human wrote something about.
    """

    lost: list[Lost] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    hints: dict[str, list[str]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)


class Lessons(NbGraderPreprocessor):
    """Find out what a student can learn from, once the marks are known."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Put a `Page` into the resources.

        Parameters
        ----------
        nb : NotebookNode
            An autograded notebook with scores and comments.
        resources : dict
            What nbgrader hands from step to step.

        Returns
        -------
        tuple
            The notebook and the resources.
        """
        page = resources["feedback"] = Page()
        for cell in nb.cells:
            if is_grade(cell):
                self._add_check(page, cell)
            _describe_pictures(cell)
            if (is_solution(cell) or is_task(cell)) and _comment(cell):
                page.comments.append(cell.metadata.nbgrader.grade_id)
        short = {one.exercise for one in page.lost}
        page.right = [name for name in dict.fromkeys(page.right) if name not in short]
        return nb, resources

    def _add_check(self, page: Page, cell: NotebookNode) -> None:
        about = cell.metadata.nbgrader
        check = Check(about.grade_id, about.score, about.points, *said_by(cell))
        hidden = check.name.endswith(HIDDEN)
        if hidden and check.error:
            # Also where a human gave the marks all the same.
            cell.outputs = [_shown(_name_alone(check))]
        if check.lost <= 0:
            page.right.append(check.exercise)
            return
        why = _name_alone(check) if hidden else _why(check)
        says = as_inline_html(why) if check.error else "Marked by hand."
        page.lost.append(Lost(check.name, check.exercise, hidden, check.lost, check.points, says))
        known = exercises.exercises().get(check.exercise)
        if known is not None and check.name.endswith(VISIBLE):
            page.hints[check.name] = [as_inline_html(hint) for hint in known.hints]
        for output in cell.get("outputs", ()):
            if "text/html" in output.get("data", ()):
                # What is wider than a phone is scrolled with the keyboard, too.
                marked = output.data["text/html"]
                output.data["text/html"] = marked.replace("<div role='img' ", REACHED, 1)
        # The explanation begins with the same words.
        if any("text/html" in output.get("data", ()) for output in cell.get("outputs", ())):
            cell.outputs = [one for one in cell.outputs if one.output_type != "error"]


def _why(check: Check) -> str:
    """Say why a check lost marks."""
    first, *named = reasons(check)
    return " ".join([_sentence(first, check), *named])


def _name_alone(check: Check) -> str:
    """Say why a hidden check lost marks, and nothing of its cases, not even how many are wrong."""
    first, *named = reasons(check)
    if named:
        return " ".join(named)
    # What came of no case at all, the judge says in its own words.
    judged = check.error in (NOT_ATTEMPTED, CheckFailed.__name__)
    return NAMELESS if not judged or OF_CASES.search(first) else _sentence(first, check)


def _sentence(text: str, check: Check) -> str:
    text = text.removeprefix(f"{check.exercise}: ")
    return text[:1].upper() + text[1:]


def _shown(text: str) -> NotebookNode:
    return new_output(
        "display_data", {"text/plain": text, "text/html": f"<p>{as_inline_html(text)}</p>"}
    )


def _describe_pictures(cell: NotebookNode) -> None:
    """Give each picture that a cell shows words for those who do not see it."""
    for output in cell.get("outputs", ()):
        for kind in PICTURES:
            if kind in output.get("data", ()):
                about = output.metadata.setdefault(kind, NotebookNode())
                about.setdefault("alt", "Figure, as the code of the cell above draws it")


def _comment(cell: NotebookNode) -> str:
    comment = cell.metadata.nbgrader.get("comment") or ""
    return "" if comment == IDLE else comment
