"""The judge outside: cells run in the student's kernel, and what they answer is judged here.

`JudgeOutside` stands in the place of nbgrader's `Execute`. While it grades, a check in the kernel
sends its answers and judges nothing.
"""

from __future__ import annotations

from typing import Any

from jupyter_core.utils import run_sync
from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Float, Integer, Unicode
from traitlets.config import Config

from autograder.kernels import Patience, starter
from autograder.running import Run
from cnnbasics.checking import SEED_VARIABLE, hidden_seed


def use(config: Config) -> None:
    """Let nbgrader grade with the judge outside.

    Parameters
    ----------
    config : Config
        The course's.
    """
    config.Autograde.autograde_preprocessors = [
        JudgeOutside if step is Execute else step for step in Autograde().autograde_preprocessors
    ]


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
