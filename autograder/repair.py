"""Make a submission fit for grading: hold it against the form of its unit, and note what differs.

What stands in the form and is not an answer comes from the form, in the form's order. Answers and
cells of the student's own come from the submission. So no cell that was duplicated, deleted, moved,
split, retyped or renamed costs anything but what is truly missing, and none earns anything.
"""

from __future__ import annotations

import ast
import bisect
import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from nbgrader.utils import is_grade, is_solution

from autograder.cells import CHECKS
from autograder.harmless import harmless_prose
from autograder.loose import Cell, Damaged, read_cells

NEW = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
HIDDEN = re.compile(
    r"^[^\n]*BEGIN HIDDEN TESTS.*?END HIDDEN TESTS[^\n]*$", re.DOTALL | re.MULTILINE
)
DEFINITION = re.compile(r"^(?:async +)?(?:(?:def|class) +(\w+)|(\w+) *=(?!=))", re.MULTILINE)
IMPORT = re.compile(r"^(?:import|from) ", re.MULTILINE)
LONGEST = 100_000
"""Characters of an answer that may be put together from pieces."""
NOTES = "notes-of-the-grader"
"""The id of the cell with what was odd about a submission."""

FEW = 8
"""Names that a note lists before it says how many more there are."""


class Refused(Exception):
    """A submission cannot be graded; the text says why."""


@dataclass
class Repaired:
    """A submission that fits its unit.

    Parameters
    ----------
    notebook : NotebookNode
        The form with the student's answers and own cells.
    notes : list of str
        What was odd, and what was done about it.
    unchanged : set of str
        The ids of the code cells that are the course's and neither answers nor checks.
    """

    notebook: NotebookNode
    notes: list[str] = field(default_factory=list)
    unchanged: set[str] = field(default_factory=set)


def repair(files: Mapping[str, bytes], form: NotebookNode, unit: str) -> Repaired:
    """Make a submission fit.

    Parameters
    ----------
    files : mapping
        The notebooks that were handed in, by name.
    form : NotebookNode
        The unit's form.
    unit : str
        Its name.

    Returns
    -------
    Repaired

    Raises
    ------
    Refused
        If there is no notebook of this unit among them.
    """
    name, cells, notes = _choose(files, form, f"{unit}.ipynb")
    if name != f"{unit}.ipynb":
        notes.insert(0, f"The notebook is called `{name}`, not `{unit}.ipynb`.")
    fitted = _Fit(form, cells)
    notebook = fitted.notebook()
    return Repaired(notebook, notes + fitted.notes, _unchanged(notebook, form))


def nothing(form: NotebookNode) -> NotebookNode:
    """Return the notebook of a student of whom nothing could be graded."""
    return _Fit(form, []).notebook()


def tell(notebook: NotebookNode, lines: Iterable[str]) -> None:
    """Write at the top of a notebook, for its reader, what the grader did and why."""
    text = "\n".join(f"- {line}" for line in lines)
    if text:
        notebook.cells.insert(0, new_markdown_cell(f"**Notes of the grader**\n\n{text}"))
        notebook.cells[0].id = NOTES


def _choose(
    files: Mapping[str, bytes], form: NotebookNode, wanted: str
) -> tuple[str, list[Cell], list[str]]:
    """Return the notebook that has most of a unit's answers: the one of its name, if it has any."""
    if not files:
        raise Refused("there is no notebook in it.")
    found, why = [], []
    for name, data in files.items():
        try:
            cells, notes = read_cells(data)
        except Damaged as error:
            why.append(f"`{name}` cannot be read: {error}.")
            continue
        fitted = _Fit(form, cells)
        if fitted.recognized:
            rank = (bool(fitted.answered) and name == wanted, fitted.answered, name == wanted)
            found.append((rank, name, cells, notes))
        else:
            why.append(f"`{name}` holds no cell of this unit.")
    if not found:
        raise Refused(" ".join(why))
    # Of equals, the first.
    _, name, cells, notes = max(found, key=lambda one: one[0])
    others = [other for other in files if other != name]
    if others:
        notes = [f"Besides `{name}`, {_listed(others)} was handed in, and not graded.", *notes]
    return name, cells, notes


class _Fit:
    """The cells of one notebook, each by the name that it has in the form; others have none."""

    def __init__(self, form: NotebookNode, cells: list[Cell]):
        self.notes: list[str] = []
        self.form = {_name(cell): cell for cell in form.cells}
        self.shell = form
        self.places = {name: number for number, name in enumerate(self.form)}
        self.defines = {
            name: _defined(cell.source) for name, cell in self.form.items() if is_solution(cell)
        }
        self.by_source = {cell.source: name for name, cell in self.form.items()}
        known = [(self._known_as(cell), cell) for cell in cells]
        self.cells = self._adopted(self._joined(self._renamed(known)))
        self.recognized = any(
            "nbgrader" in self.form[name].metadata for name, _ in self.cells if name
        )

    @property
    def answered(self) -> int:
        """How many answers are not as they were handed out."""
        return len({name for name, cell in self.cells if name in self.defines} - self._stubs)

    @property
    def _stubs(self) -> set[str]:
        return {
            name
            for name, cell in self.cells
            if name in self.defines and self._is_as_it_was(name, cell)
        }

    def notebook(self) -> NotebookNode:
        """Put the notebook together, and note what that took."""
        chosen = self._chosen()
        own: dict[str, list[Cell]] = {}
        order, at = [], ""
        for name, cell in self.cells:
            if name and chosen.get(name) is cell:
                order.append(name)
                at = name
            elif not name or not self._is_as_it_was(name, cell):
                own.setdefault(at, []).append(cell)
        self._note_order(order)
        self._note_missing(chosen)
        cells = [self._own(cell) for cell in own.get("", ())]
        for name, cell in self.form.items():
            if name in chosen or self._is_needed(cell):
                cells.append(self._filled(cell, chosen.get(name)))
            cells += [self._own(one) for one in own.get(name, ())]
        made = nbformat.from_dict(self.shell)
        made.cells = cells
        for number, cell in enumerate(made.cells):
            # Only the form's cells have the form's names.
            cell.id = cell.id if cell.id in self.form else f"own-{number}"
        return made

    def _known_as(self, cell: Cell) -> str:
        known = (name for name in cell.names if name in self.form)
        return next(known, self.by_source.get(cell.source, ""))

    def _renamed(self, known: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
        """Call an answer by what it defines, if that is what another answer has to define."""
        cells = []
        for name, cell in known:
            if name in self.defines:
                defined = _defined(cell.source)
                meant = [other for other, names in self.defines.items() if names & defined]
                if name not in meant and len(meant) == 1:
                    self.notes.append(f"The cell called `{name}` answers `{meant[0]}`.")
                    name = meant[0]
            cells.append((name, cell))
        return cells

    def _joined(self, cells: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
        """Put the pieces of answers together that are Python only as a whole."""
        done: list[tuple[str, Cell]] = []
        for name, cell in cells:
            before = done[-1][0] if done else ""
            if before in self.defines and name in ("", before):
                first = done[-1][1]
                whole = f"{first.source}\n{cell.source}"
                in_pieces = not (_is_python(first.source) and _is_python(cell.source))
                if in_pieces and _is_python(whole):
                    self.notes.append(f"The answer `{before}` was split; it was put together.")
                    done[-1] = (before, Cell("code", whole, first.names))
                    continue
            done.append((name, cell))
        return done

    def _adopted(self, cells: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
        """Find the answers whose cells have lost their names, by what they define."""
        there = {name for name, _ in cells}
        adopted = []
        for answer, names in self.defines.items():
            if answer in there or not names:
                continue
            found = [
                number
                for number, (name, cell) in enumerate(cells)
                if names <= _defined(cell.source)
                and name not in self.defines
                and not (name and self._is_as_it_was(name, cell))
            ]
            if found:
                number = self._last_before_check(answer, found, cells)
                cells[number] = (answer, cells[number][1])
                adopted.append(answer)
        if adopted:
            self.notes.append(f"Found in cells without their names: {_listed(adopted)}.")
        return cells

    def _chosen(self) -> dict[str, Cell]:
        """Choose, of several cells of one name, the one that stands for it."""
        chosen = {}
        copies: dict[str, list[int]] = {}
        for number, (name, _) in enumerate(self.cells):
            if name:
                copies.setdefault(name, []).append(number)
        for name, numbers in copies.items():
            number = numbers[0]
            if name in self.defines:
                written = [n for n in numbers if not self._is_as_it_was(name, self.cells[n][1])]
                number = self._last_before_check(name, written or numbers, self.cells)
            chosen[name] = self.cells[number][1]
        several = [name for name, numbers in copies.items() if len(numbers) > 1]
        if several:
            self.notes.append(
                f"There several times, and counted once: {_listed(several)}. Of an answer, the "
                "last one before its check counts."
            )
        return chosen

    def _last_before_check(
        self, answer: str, numbers: list[int], cells: list[tuple[str, Cell]]
    ) -> int:
        """Return the cell whose definition a check in the same order of cells would meet."""
        checks = [answer + suffix for suffix in CHECKS]
        at = next((n for n, (name, _) in enumerate(cells) if name in checks), len(cells))
        before = [number for number in numbers if number < at]
        return before[-1] if before else numbers[0]

    def _is_as_it_was(self, name: str, cell: Cell) -> bool:
        return cell.source.strip() == _open_part(self.form[name])

    def _is_needed(self, cell: NotebookNode) -> bool:
        """Tell whether a cell that was deleted must be there."""
        imports = cell.cell_type == "code" and IMPORT.search(cell.source)
        return "nbgrader" in cell.metadata or bool(imports)

    def _filled(self, form: NotebookNode, cell: Cell | None) -> NotebookNode:
        filled = nbformat.from_dict(form)
        if cell is None:
            return filled
        name = _name(form)
        open_to_students = is_solution(form) or "nbgrader" not in form.metadata
        if cell.kind != form.cell_type:
            self.notes.append(
                f"`{name}` was made a {cell.kind} cell; it is a {form.cell_type} one."
            )
        if open_to_students and cell.source != form.source:
            prose = form.cell_type != "code"
            filled.source = harmless_prose(cell.source) if prose else cell.source
        if is_grade(form) and not open_to_students and not self._is_as_it_was(name, cell):
            self.notes.append(f"The check `{name}` was changed; the course's own was used.")
        return filled

    def _own(self, cell: Cell) -> NotebookNode:
        prose = cell.kind != "code"
        return NEW[cell.kind](harmless_prose(cell.source) if prose else cell.source)

    def _note_order(self, order: list[str]) -> None:
        stayed = _longest_rise([self.places[name] for name in order])
        moved = [name for name in order if self.places[name] not in stayed]
        if moved:
            self.notes.append(f"Cells were moved, and were put back in order: {_listed(moved)}.")

    def _note_missing(self, chosen: dict[str, Cell]) -> None:
        missing = [name for name, cell in self.form.items() if name not in chosen]
        put_back = [name for name in missing if self._is_needed(self.form[name])]
        if chosen and put_back:
            self.notes.append(
                f"Missing, and put back as they were handed out: {_listed(put_back)}."
            )


def _unchanged(notebook: NotebookNode, form: NotebookNode) -> set[str]:
    sources = {cell.id: cell.source for cell in form.cells if "nbgrader" not in cell.metadata}
    return {
        cell.id
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.source == sources.get(cell.id)
    }


def _name(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id", "")


def _open_part(cell: NotebookNode) -> str:
    """Return what students have of a cell, without space around it."""
    return HIDDEN.sub("", cell.source).strip()


def _defined(source: str) -> set[str]:
    """Return what a piece of Python defines at its left edge, whether it can be run or not."""
    return {function or variable for function, variable in DEFINITION.findall(source)}


def _is_python(source: str) -> bool:
    if len(source) > LONGEST:
        return False
    with warnings.catch_warnings():
        # Such as those about a backslash in a text.
        warnings.simplefilter("ignore")
        try:
            ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


def _longest_rise(numbers: list[int]) -> set[int]:
    """Return as many numbers as there are that stand in order already."""
    ends: list[int] = []  # the smallest last number of a rise of each length
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect.bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    rise, number = set(), ends[-1] if ends else None
    while number is not None:
        rise.add(number)
        number = before[number]
    return rise


def _listed(names: Iterable[str]) -> str:
    names = [f"`{name}`" for name in names]
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more
