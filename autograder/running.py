"""Run a repaired notebook in a student's kernel, and judge its checks here.

One bad cell costs one exercise: a cell that is stopped costs its kernel, and what the cells after
it need is run again in another one.
"""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.utils import is_grade, is_solution

from autograder.harmless import harmless_outputs
from autograder.judging import Judged, asked_by, judged, sent_answers
from autograder.kernels import Kernel, Patience, Start, Stopped
from autograder.needs import needed_by
from cnnbasics.checking import COLLECT_VARIABLE, SEED_VARIABLE

MOST_SHOWN = 2 * 2**20
"""Characters of outputs that are kept of a cell."""

MOST_SHOWN_OF_ALL = 16 * 2**20
"""Characters of outputs that are kept of a notebook."""


@dataclass
class Times:
    """Seconds that the grading of a submission took, part by part."""

    start: float = 0
    run: float = 0
    judge: float = 0


@dataclass
class Run:
    """One notebook on its way through one kernel, or through several.

    Parameters
    ----------
    notebook : NotebookNode
        With the course's own checks; the outputs of its cells are filled.
    seed : int
        Of the hidden checks.
    patience : Patience
        How much is borne of it.
    idle : set of str
        The ids of cells that need not run.

    Raises
    ------
    Failed
        If the course has a graded cell that cannot be judged.
    """

    notebook: NotebookNode
    seed: int
    patience: Patience = field(default_factory=Patience)
    idle: set[str] = field(default_factory=set)
    verdicts: dict[str, Judged] = field(default_factory=dict, init=False)
    times: Times = field(default_factory=Times, init=False)

    def __post_init__(self) -> None:
        code = [cell for cell in self.notebook.cells if cell.cell_type == "code"]
        self.cells = [cell for cell in code if cell.get("id") not in self.idle]
        # Known before anything runs: nothing that runs can have a say in it.
        self.asked = [
            asked_by(cell.source, grade_id(cell)) if is_check(cell) else None for cell in self.cells
        ]
        self.left_out: dict[int, str] = {}
        self.recorded: set[int] = set()
        self.accused: int | None = None
        self.room = MOST_SHOWN_OF_ALL

    @property
    def seconds(self) -> float:
        """How long the next cell may take."""
        return min(self.patience.cell, self.end - time.monotonic())

    @property
    def time_is_up(self) -> str:
        """Why the rest of a notebook that takes too long earns nothing."""
        return f"The {self.patience.notebook:g} seconds for all are up."

    async def to_the_end(self, start: Start) -> None:
        """Run every cell; after one that is stopped, the rest in another kernel."""
        self.end = time.monotonic() + self.patience.notebook
        self.variables = {COLLECT_VARIABLE: "1", SEED_VARIABLE: str(self.seed)}
        begin = 0
        while begin < len(self.cells) and self.seconds > 0:
            async with self.kernel(start) as kernel:
                begin = await self.until_stopped(kernel, begin)
            if self.accused is not None:
                begin = await self.acquit(start, self.accused, begin)
        for index in range(begin, len(self.cells)):
            self.record(index, [], self.time_is_up)

    @contextlib.asynccontextmanager
    async def kernel(self, start: Start) -> AsyncIterator[Kernel]:
        """Start a kernel, and tell apart the seconds that this and what is done in it take."""
        before = time.monotonic()
        async with start(self.variables, self.patience) as kernel:
            ready = time.monotonic()
            self.times.start += ready - before
            judging = self.times.judge
            yield kernel
            self.times.run += time.monotonic() - ready - (self.times.judge - judging)

    async def run(self, kernel: Kernel, cell: NotebookNode, outputs: list[NotebookNode]) -> None:
        """Run one cell, unless the time for all is up."""
        if self.seconds <= 0:
            raise Stopped(self.time_is_up, by_itself=True)
        await kernel.run(cell.source, self.seconds, outputs)

    async def until_stopped(self, kernel: Kernel, begin: int) -> int:
        """Make again what cells before `begin` made, go on, and return where to go on then."""
        self.accused = None
        for index, cell in enumerate(self.cells):
            again = index < begin
            if index in self.left_out or (again and is_check(cell)):
                continue
            if not again and (why := self.why_not_asked(index)):
                self.record(index, [], why)
                continue
            outputs: list[NotebookNode] = []
            stopped, usable = "", True
            try:
                await self.run(kernel, cell, outputs)
            except Stopped as error:
                stopped, usable = str(error), error.usable
                if not error.by_itself:
                    # What a cell before it left running may have done this.
                    self.accused = index
                    return max(begin, index)
                self.left_out[index] = stopped
            if not again:
                self.record(index, outputs, stopped)
            if not usable:
                return max(begin, index + 1)
        return len(self.cells)

    async def acquit(self, start: Start, accused: int, begin: int) -> int:
        """Find out whether a cell was stopped for what another did, and return where to go on.

        It runs again with nothing before it but what it needs. If that goes well, so do the checks
        after it, each exercise in a kernel of its own.
        """
        self.accused = None
        begin = max(begin, accused + 1)
        if await self.alone(start, [accused]):
            return begin
        left = range(begin, len(self.cells))
        for index in left:
            if not is_check(self.cells[index]):
                self.record(index, [], "")
        checks = [index for index in left if is_check(self.cells[index])]
        for _, group in itertools.groupby(checks, self.asked_at):
            await self.alone(start, list(group))
        return len(self.cells)

    def asked_at(self, index: int) -> str | int:
        """Return what has to be checked in one kernel: an exercise, or a check of another kind."""
        asked = self.asked[index]
        return asked.name if asked else index

    async def alone(self, start: Start, group: list[int]) -> bool:
        """Run cells with what they need, record them, and tell whether one was stopped."""
        if self.seconds <= 0:
            for index in set(group) - self.recorded:
                self.record(index, [], self.time_is_up)
            return True
        sources = "\n".join(self.cells[index].source for index in group)
        before = [cell for n, cell in enumerate(self.cells[: group[0]]) if n not in self.left_out]
        before = [cell for cell in before if not is_check(cell)]
        async with self.kernel(start) as kernel:
            for cell in needed_by(sources, before):
                with contextlib.suppress(Stopped):
                    await self.run(kernel, cell, [])
            for index in group:
                outputs: list[NotebookNode] = []
                stopped = self.why_not_asked(index)
                try:
                    if not stopped:
                        await self.run(kernel, self.cells[index], outputs)
                except Stopped as error:
                    stopped = str(error)
                    self.left_out[index] = stopped
                if index not in self.recorded:
                    self.record(index, outputs, stopped)
        return any(index in self.left_out for index in group)

    def record(self, index: int, outputs: list[NotebookNode], stopped: str) -> None:
        """Write down what a cell shows."""
        self.recorded.add(index)
        cell, asked = self.cells[index], self.asked[index]
        cell.execution_count = index + 1
        answers = sent_answers(outputs)
        if asked:
            why = f"the cell was stopped. {stopped}" if stopped else ""
            if not (answers or stopped):
                why = self.why_no_answer(asked.name)
            before = time.monotonic()
            verdict = judged(asked, outputs, why, self.seed)
            self.times.judge += time.monotonic() - before
            self.verdicts[grade_id(cell)] = verdict
            cell.outputs = verdict.outputs
            return
        shown = [output for output in outputs if not sent_answers([output])]
        cell.outputs = self.kept(harmless_outputs(shown))
        if is_check(cell) and answers:
            stopped = "Its checks cannot be judged: they do not stand in the cell by their names."
        if stopped:
            error = new_output("error", ename="Stopped", evalue=stopped, traceback=[stopped])
            cell.outputs.append(error)

    def kept(self, outputs: list[NotebookNode]) -> list[NotebookNode]:
        """Return what a notebook has room for of the outputs of a cell; an error always."""
        size = sum(len(str(output)) for output in outputs)
        if size <= min(MOST_SHOWN, self.room):
            self.room -= size
            return outputs
        text = f"This cell showed about {size:,} characters, which are left out here.\n"
        errors = [output for output in outputs if output.output_type == "error"]
        for error in errors[:1]:
            error.update(ename=error.ename[:100], evalue=error.evalue[:1000], traceback=[])
        return [new_output("stream", name="stdout", text=text), *errors[:1]]

    def why_not_asked(self, index: int) -> str:
        """Say why a check need not run: what stops one check of an answer stops the other too."""
        asked = self.asked[index]
        same = [n for n in self.left_out if asked and self.asked[n]]
        return next((self.left_out[n] for n in same if self.asked[n].name == asked.name), "")

    def why_no_answer(self, name: str) -> str:
        """Say what became of the cell with the answer, if it was stopped."""
        for index, stopped in self.left_out.items():
            cell = self.cells[index]
            if is_solution(cell) and grade_id(cell) == name:
                return f"the cell with your answer was stopped. {stopped}"
        return ""


def is_check(cell: NotebookNode) -> bool:
    """Tell whether a cell earns marks by itself, without a grader's eye."""
    return is_grade(cell) and not is_solution(cell)


def grade_id(cell: NotebookNode) -> str:
    """Return the name that nbgrader knows a cell by; empty if it has none."""
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")
