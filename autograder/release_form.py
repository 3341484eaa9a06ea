"""The last step of making a release: what only the students' copy of a notebook has."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade

KEPT = "keep-output"
"""Marks a cell of the source whose output is a test; students get no outputs."""

GOES_ON = "raises-exception"
"""Tells Jupyter to run the next cell even if this one fails."""

GUARD = "if ready("
"""Begins a cell that uses a student's function once it is written, be it right or wrong."""


class ReleaseForm(NbGraderPreprocessor):
    """Let Run All go on after a failed check or figure, and drop the marks of kept outputs."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], cell_index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Give one cell the tags of a release.

        Parameters
        ----------
        cell : NotebookNode
            Any cell of the notebook.
        resources : dict
            What nbgrader hands from step to step.
        cell_index : int
            The place of the cell in the notebook.

        Returns
        -------
        tuple
            The cell and the resources.
        """
        tags = set(cell.metadata.get("tags", ())) - {KEPT}
        if cell.cell_type == "code" and (is_grade(cell) or cell.source.startswith(GUARD)):
            tags.add(GOES_ON)
        cell.metadata.pop("tags", None)
        if tags:
            cell.metadata["tags"] = sorted(tags)
        return cell, resources
