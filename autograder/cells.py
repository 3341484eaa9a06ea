"""Read and fill the cells of a unit's notebook."""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution

from autograder.course import Failed

CHECKS = ("-visible", "-hidden")
MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")


def read(path: Path) -> NotebookNode:
    """Read a notebook.

    Raises
    ------
    Failed
        If the file is not one, or cannot be read.
    """
    try:
        return nbformat.read(path, as_version=4)
    except (ValueError, AttributeError, KeyError, TypeError, nbformat.ValidationError) as error:
        raise Failed(f"{path} is not a notebook: {error}") from error
    except OSError as error:
        raise Failed(f"{path} cannot be read: {error.strerror}") from error


def exercise_of(grade_id: str) -> str:
    """Return the exercise that a graded cell belongs to.

    Examples
    --------
    >>> exercise_of("correlate2d-hidden")
    'correlate2d'
    """
    for suffix in CHECKS:
        grade_id = grade_id.removesuffix(suffix)
    return grade_id


def graded(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """Give the cells that earn marks."""
    return (cell for cell in notebook.cells if is_grade(cell))


def answers(notebook: NotebookNode) -> dict[str, str]:
    """Return the text of each answer cell by the exercise's id, without the solution's markers."""
    return {
        cell.metadata.nbgrader.grade_id: "\n".join(
            line for line in cell.source.splitlines() if line.strip() not in MARKERS
        )
        for cell in notebook.cells
        if is_solution(cell)
    }


def fill(release: NotebookNode, answers: Mapping[str, str]) -> NotebookNode:
    """Write answers into a copy of a released notebook; the other cells stay as they are."""
    filled = nbformat.from_dict(release)
    for cell in filled.cells:
        if is_solution(cell):
            grade_id = cell.metadata.nbgrader.grade_id
            cell.source = answers.get(grade_id, cell.source)
    return filled


def functions(notebook: NotebookNode) -> dict[str, str]:
    """Return the text of every function that a notebook defines, answers and helpers alike."""
    found: dict[str, str] = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            # A cell with a magic is not Python, and defines no function that an answer needs.
            with contextlib.suppress(SyntaxError):
                found |= functions_in(cell.source)
    return found


def functions_in(source: str) -> dict[str, str]:
    """Return the text of each function that stands by itself in a piece of Python."""
    nodes = ast.parse(source).body
    return {node.name: ast.unparse(node) for node in nodes if isinstance(node, ast.FunctionDef)}


def names_in(source: str) -> set[str]:
    r"""Return the names that an answer uses, those it defines itself left out.

    Examples
    --------
    >>> sorted(names_in("def convolve2d(image, k):\n    return correlate2d(image, flip(k))"))
    ['correlate2d', 'flip']
    """
    nodes = list(ast.walk(ast.parse(source)))
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    own = {node.arg for node in nodes if isinstance(node, ast.arg)}
    own |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    own |= {
        node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    return used - own


def noisy(source: str) -> str:
    r"""Make every function in an answer warn and write to stderr before it does its work.

    Examples
    --------
    >>> print(noisy("def relu(x):\n    return x * (x > 0)"))
    import sys, warnings
    def relu(x):
        warnings.warn("a word of warning"); print("a word", file=sys.stderr)
        return x * (x > 0)
    """
    lines = source.splitlines()
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    for function in reversed(functions):
        first = next((node for node in function.body if not _is_docstring(node)), function.body[-1])
        noise = 'warnings.warn("a word of warning"); print("a word", file=sys.stderr)'
        lines.insert(first.lineno - 1, " " * first.col_offset + noise)
    return "\n".join(["import sys, warnings", *lines] if functions else lines)


def _is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
