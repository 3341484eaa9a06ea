"""nbgrader's own `autograde`, and formgrader's button, with the repair, sandbox and judge of here.

`JudgeOutside` stands in the place of nbgrader's `Execute`: cells run in a sandbox, where a check
sends its answers and judges nothing; they are judged in this process. Before nbgrader looks at a
submission, `RepairSubmission` holds it against its unit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from jupyter_core.utils import run_sync
from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Float, Integer, Unicode
from traitlets.config import Config

from autograder.course import Course
from autograder.form import unit_form
from autograder.kernels import Patience, starter
from autograder.repair import repair, tell
from autograder.running import Run
from autograder.sandbox import KERNEL_NAME
from cnnbasics.checking import SEED_VARIABLE, hidden_seed


def use(config: Config, course: Path) -> None:
    """Let nbgrader grade with what is here.

    Parameters
    ----------
    config : Config
        The course's.
    course : Path
        Its folder.
    """
    steps = Autograde()
    config.RepairSubmission.course = str(course)
    config.JudgeOutside.kernel_name = KERNEL_NAME
    config.Autograde.sanitize_preprocessors = [RepairSubmission, *steps.sanitize_preprocessors]
    config.Autograde.autograde_preprocessors = [
        JudgeOutside if step is Execute else step for step in steps.autograde_preprocessors
    ]


def leave_out(config: Config) -> None:
    """Let nbgrader grade as it does by itself: in one kernel, which may do what its user may.

    Parameters
    ----------
    config : Config
        The course's.
    """
    steps = Autograde()
    config.Autograde.sanitize_preprocessors = steps.sanitize_preprocessors
    config.Autograde.autograde_preprocessors = steps.autograde_preprocessors


class RepairSubmission(NbGraderPreprocessor):
    """Hold a submission against its unit before nbgrader does."""

    course = Unicode(help="The course's folder.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Make a submission fit its unit.

        Parameters
        ----------
        nb : NotebookNode
            A submission.
        resources : dict
            What nbgrader hands from step to step.

        Returns
        -------
        tuple
            The notebook and the resources.

        Raises
        ------
        Refused
            If it is a notebook of something else.
        """
        unit = resources["nbgrader"]["assignment"]
        form = unit_form(Course(Path(self.course)), unit)
        repaired = repair({f"{unit}.ipynb": nbformat.writes(nb).encode()}, form, unit)
        tell(repaired.notebook, repaired.notes)
        return repaired.notebook, resources


class JudgeOutside(NbGraderPreprocessor):
    """Run a notebook's cells in a kernel and judge its answers in this process."""

    timeout = Float(120, help="Seconds that one cell may take.").tag(config=True)
    total_timeout = Float(1800, help="Seconds that a notebook may take.").tag(config=True)
    startup_timeout = Float(60, help="Seconds that a kernel may take to start.").tag(config=True)
    kernel_name = Unicode(help="The kernel; by default the notebook's.").tag(config=True)
    max_output = Integer(
        16 * 2**20, help="Characters that one cell may send, its answers among them."
    ).tag(config=True)
    seed = Integer(
        None, allow_none=True, help=f"Of the hidden checks; by default {SEED_VARIABLE}."
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Fill the outputs of all cells: the kernel's, and in graded cells the judge's.

        Parameters
        ----------
        nb : NotebookNode
            A submission that nbgrader has put in order.
        resources : dict
            What nbgrader hands from step to step.

        Returns
        -------
        tuple
            The notebook and the resources.

        Raises
        ------
        Failed
            If the course has a graded cell that cannot be judged.
        """
        name = self.kernel_name or nb.metadata.kernelspec.name
        seed = hidden_seed() if self.seed is None else self.seed
        patience = Patience(self.timeout, self.total_timeout, self.startup_timeout, self.max_output)
        run = Run(nb, seed, patience)
        run_sync(run.to_the_end)(starter(name, resources["metadata"]["path"]))
        return nb, resources
