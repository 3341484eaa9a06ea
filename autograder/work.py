"""Grade one submission: bytes in, bytes out.

The same function serves one process, many processes, and workers on other machines: nothing that it
needs is on a shared disk, and nothing that it reads or gives is more than JSON.
"""

from __future__ import annotations

import asyncio
import base64
import dataclasses
import functools
import hashlib
import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import LimitOutput
from nbgrader.utils import determine_grade, is_grade
from traitlets.config import Config

from autograder.judging import Judged, asked_by, refused
from autograder.kernels import Patience, Start, starter
from autograder.needs import only_shown
from autograder.repair import Refused, nothing, repair, tell
from autograder.running import Run, Times, grade_id
from autograder.sandbox import KERNEL_NAME
from autograder.submission import Submission

COUNTS = ("ipykernel", "keras", "nbgrader", "numpy", "tensorflow")
"""Packages whose version may change a mark."""


@dataclass(frozen=True)
class Item:
    """A submission on its way to be graded.

    Parameters
    ----------
    unit : str
        The unit.
    form : str
        The unit's form, as the text of a notebook.
    files : dict
        The submitted notebooks' bytes by their names.
    seed : int
        Of the hidden checks.
    patience : Patience
        How much is borne of it.
    notes : list of str
        What was odd about the files.
    figures : bool
        Whether to run cells of the course's own that no mark depends on too, such as figures.
    limits : dict
        Of the sandbox, by name; see `autograder.sandbox.Limits`.
    preload : list of str
        Modules that kernels are forked with; without any, each kernel starts from nothing.
    """

    unit: str
    form: str
    files: dict[str, bytes]
    seed: int
    patience: Patience = field(default_factory=Patience)
    notes: list[str] = field(default_factory=list)
    figures: bool = False
    limits: dict[str, float] = field(default_factory=dict)
    preload: list[str] = field(default_factory=list)

    def pack(self) -> bytes:
        """Return it as JSON."""
        content = dataclasses.asdict(self)
        content["files"] = {
            name: base64.b64encode(data).decode("ascii") for name, data in self.files.items()
        }
        return _as_json(content)

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        """Read what `pack` wrote."""
        content = json.loads(data)
        files = {name: base64.b64decode(text) for name, text in content["files"].items()}
        patience = Patience(**content["patience"])
        return cls(**content | {"files": files, "patience": patience})

    @property
    def key(self) -> str:
        """The same for the same submission, unit and environment, and for nothing else."""
        # How a kernel is started makes no difference to a mark.
        data = dataclasses.replace(self, preload=[]).pack()
        return hashlib.sha256(data + _environment()).hexdigest()


@dataclass
class Result:
    """What became of a submission.

    Parameters
    ----------
    unit : str
        The unit.
    notebook : str
        What nbgrader calls the autograded notebook, as text; of one that was refused too.
    marks : dict
        By the graded cell's id, its score and its points; None where a human has to look.
    verdicts : dict
        By the graded cell's id: status, mistake, says, sent; for reports and appeals.
    notes : list of str
        What was odd about the submission and what was done about it.
    problem : str
        Why it could not be graded; empty if it was.
    times : Times
        Where the time went.
    """

    unit: str
    notebook: str
    marks: dict[str, tuple[float | None, float]]
    verdicts: dict[str, dict[str, Any]]
    notes: list[str] = field(default_factory=list)
    problem: str = ""
    times: Times = field(default_factory=Times)

    def pack(self) -> bytes:
        """Return it as JSON."""
        return _as_json(dataclasses.asdict(self))

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        """Read what `pack` wrote."""
        content = json.loads(data)
        marks = {name: tuple(mark) for name, mark in content["marks"].items()}
        return cls(**content | {"marks": marks, "times": Times(**content["times"])})


def make_item(
    unit: str, form: NotebookNode, submission: Submission, seed: int, **more: Any
) -> Item:
    """Make the work item of a submission.

    Parameters
    ----------
    unit : str
        The unit.
    form : NotebookNode
        Its form.
    submission : Submission
        What was handed in.
    seed : int
        Of the hidden checks.
    **more
        Other fields of `Item`.

    Returns
    -------
    Item
    """
    text = nbformat.writes(form)
    return Item(unit, text, submission.files, seed, notes=submission.notes, **more)


def grade(data: bytes, start: Start | None = None) -> bytes:
    """Grade a submission.

    Parameters
    ----------
    data : bytes
        An `Item`.
    start : callable, optional
        Starts a kernel; by default a sandbox as the item says.

    Returns
    -------
    bytes
        A `Result`.

    Raises
    ------
    NoKernel, Unavailable
        If this machine cannot start a kernel, which is not the submission's fault.
    Failed
        If the unit has a graded cell that cannot be judged.
    """
    item = Item.unpack(data)
    form = nbformat.reads(item.form, as_version=4)
    try:
        repaired = repair(item.files, form, item.unit)
    except Refused as error:
        return _refuse(item, form, str(error)).pack()
    code = [cell for cell in repaired.notebook.cells if cell.cell_type == "code"]
    idle = set() if item.figures else only_shown(code, repaired.unchanged)
    run = Run(repaired.notebook, item.seed, item.patience, idle)
    if start is not None:
        asyncio.run(run.to_the_end(start))
    else:
        config = Config({"SandboxProvisioner": {"limits": item.limits, "preload": item.preload}})
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(run.to_the_end(starter(KERNEL_NAME, folder, config)))
    notes = item.notes + repaired.notes
    return _result(item, repaired.notebook, run.verdicts, notes, times=run.times).pack()


def _refuse(item: Item, form: NotebookNode, why: str) -> Result:
    """Give a submission that cannot be graded its row: no marks, and the reason."""
    notebook = nothing(form)
    verdicts = {}
    for cell in notebook.cells:
        asked = asked_by(cell.source, grade_id(cell)) if is_grade(cell) else None
        if asked:
            verdict = refused(asked, f"the submission could not be graded: {why}")
            verdicts[grade_id(cell)], cell.outputs = verdict, verdict.outputs
    return _result(item, notebook, verdicts, item.notes, problem=why)


def _result(
    item: Item,
    notebook: NotebookNode,
    verdicts: Mapping[str, Judged],
    notes: list[str],
    problem: str = "",
    times: Times | None = None,
) -> Result:
    marks = {}
    for cell in notebook.cells:
        LimitOutput().preprocess_cell(cell, {}, 0)
        if is_grade(cell):
            marks[grade_id(cell)] = (0.0, _points(cell)) if problem else _mark(cell)
    told = [f"This submission could not be graded: {problem}"] if problem else []
    tell(notebook, told + notes)
    kept = ("status", "mistake", "says", "sent")
    return Result(
        item.unit,
        nbformat.writes(notebook),
        marks,
        {name: {key: getattr(one, key) for key in kept} for name, one in verdicts.items()},
        notes,
        problem,
        times or Times(),
    )


def _mark(cell: NotebookNode) -> tuple[float | None, float]:
    if cell.cell_type == "code":
        # What a check writes to stderr says nothing about the answer.
        cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    return determine_grade(cell)


def _points(cell: NotebookNode) -> float:
    return float(cell.metadata.nbgrader.points)


def _as_json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True).encode("ascii")


@functools.cache
def _environment() -> bytes:
    """Return what stands for all that may change a mark, besides the submission and the unit."""
    digest = hashlib.sha256(sys.version.encode())
    for name in COUNTS:
        digest.update(f"{name} {version(name)}".encode())
    for package in ("autograder", "cnnbasics"):
        for root in find_spec(package).submodule_search_locations:
            for path in sorted(Path(root).rglob("*.py")):
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.digest()
