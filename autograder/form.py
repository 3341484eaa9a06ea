"""The form of a unit that submissions are held against: its release with the hidden checks in."""

from __future__ import annotations

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, SaveCells

from autograder.cells import read
from autograder.course import Course

ONLY_FOR_STUDENTS = {ClearHiddenTests, ClearMarkScheme, SaveCells}
"""Steps of a release that are left out: the gradebook's, and what takes the hidden checks away."""


def unit_form(course: Course, unit: str) -> NotebookNode:
    """Make the form of a unit from its source, by nbgrader's own steps.

    Parameters
    ----------
    course : Course
        The course.
    unit : str
        The unit.

    Returns
    -------
    NotebookNode
        Stubs in place of the answers, and every check as it is when a submission is graded.
    """
    config = course.config()
    notebook = nbformat.from_dict(read(course.source(unit)))
    resources = {"nbgrader": {"assignment": unit, "notebook": unit, "student": "."}}
    for step in GenerateAssignment(config=config).preprocessors:
        if step not in ONLY_FOR_STUDENTS:
            notebook, resources = step(config=config).preprocess(notebook, resources)
    return notebook
