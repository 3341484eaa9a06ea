"""The judge outside: cells run in the student's kernel, and what they answer is judged here.

`JudgeOutside` stands in the place of nbgrader's `Execute`. While it grades, a check in the kernel
sends its answers and judges nothing.
"""

from __future__ import annotations

import time
from typing import Any

from jupyter_core.utils import run_sync
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.converters import Autograde
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution
from traitlets import Float, Integer, Unicode
from traitlets.config import Config

from autograder import kernels
from autograder.judging import asked_by, outcome, sent_answers
from cnnbasics.checking import COLLECT_VARIABLE, SEED_VARIABLE, hidden_seed


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
        run_sync(_Run(self, nb, resources["metadata"]["path"]).to_the_end)()
        return nb, resources


class _Run:
    """One notebook on its way through one kernel, or through several."""

    def __init__(self, options: JudgeOutside, nb: NotebookNode, folder: str):
        self.options = options
        self.folder = folder
        self.kernel_name = options.kernel_name or nb.metadata.kernelspec.name
        self.seed = hidden_seed() if options.seed is None else options.seed
        self.end = time.monotonic() + options.total_timeout
        self.cells = [cell for cell in nb.cells if cell.cell_type == "code"]
        # Known before anything runs: nothing that runs can have a say in it.
        self.asked = [
            asked_by(cell.source, _grade_id(cell)) if _is_check(cell) else None
            for cell in self.cells
        ]
        self.left_out: dict[int, str] = {}

    @property
    def seconds(self) -> float:
        """How long the next cell may take."""
        return min(self.options.timeout, self.end - time.monotonic())

    async def to_the_end(self) -> None:
        """Run every cell; after one that is stopped, the rest in another kernel."""
        variables = {COLLECT_VARIABLE: "1", SEED_VARIABLE: str(self.seed)}
        begin = 0
        while begin < len(self.cells) and self.seconds > 0:
            async with kernels.start(
                self.kernel_name,
                self.folder,
                variables,
                self.options.startup_timeout,
                self.options.max_output,
            ) as kernel:
                begin = await self.until_stopped(kernel, begin)
        for index in range(begin, len(self.cells)):
            self.record(index, [], f"The {self.options.total_timeout:g} seconds for all are up.")

    async def until_stopped(self, kernel: kernels.Kernel, begin: int) -> int:
        """Make again what cells before `begin` made, go on, and return where to go on then."""
        for index, cell in enumerate(self.cells):
            again = index < begin
            if index in self.left_out or (again and _is_check(cell)):
                continue
            outputs: list[NotebookNode] = []
            stopped = ""
            try:
                await kernel.run(cell.source, self.seconds, outputs)
            except kernels.Stopped as error:
                stopped = str(error)
                self.left_out[index] = stopped
            if not again:
                self.record(index, outputs, stopped)
            if stopped:
                return max(begin, index + 1)
        return len(self.cells)

    def record(self, index: int, outputs: list[NotebookNode], stopped: str) -> None:
        """Write down what a cell shows."""
        cell, asked = self.cells[index], self.asked[index]
        cell.execution_count = index + 1
        answers = sent_answers(outputs)
        if asked:
            why = f"the cell was stopped. {stopped}" if stopped else ""
            if not (answers or stopped):
                why = self.why_no_answer(asked.name)
            cell.outputs = outcome(asked, outputs, why, self.seed)
            return
        cell.outputs = [output for output in outputs if not sent_answers([output])]
        if _is_check(cell) and answers:
            stopped = "Its checks cannot be judged: they do not stand in the cell by their names."
        if stopped:
            error = new_output("error", ename="Stopped", evalue=stopped, traceback=[stopped])
            cell.outputs.append(error)

    def why_no_answer(self, name: str) -> str:
        """Say what became of the cell with the answer, if it was stopped."""
        for index, stopped in self.left_out.items():
            cell = self.cells[index]
            if is_solution(cell) and _grade_id(cell) == name:
                return f"the cell with your answer was stopped. {stopped}"
        return ""


def _is_check(cell: NotebookNode) -> bool:
    """Tell whether a cell earns marks by itself, without a grader's eye."""
    return is_grade(cell) and not is_solution(cell)


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.nbgrader.get("grade_id", "")
