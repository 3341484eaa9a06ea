"""Which cells of a unit no mark can depend on: what only shows something need not run."""

from __future__ import annotations

import ast
import re
import symtable
import warnings
from collections.abc import Iterator

from nbformat import NotebookNode

WORD = re.compile(r"[^\W\d]\w*")

LONGEST = 100_000
"""Characters of a cell that is looked into."""

INDIRECT = re.compile(r"\b(?:eval|exec|globals|locals|vars|getattr|get_ipython|__\w+__|In|Out)\b")
"""Ways to use a name without writing it down."""


def only_shown(cells: list[NotebookNode], unchanged: set[str]) -> set[str]:
    """Find the cells that make nothing which another cell needs.

    Parameters
    ----------
    cells : list of NotebookNode
        The code cells of a submission.
    unchanged : set of str
        The ids of those that are as the course wrote them. Any other is needed.

    Returns
    -------
    set of str
        Ids.
    """
    own = [cell for cell in cells if cell.id in unchanged and _tables(cell.source)]
    left = {cell.id: cell.source for cell in own}
    needed = set().union(*(_used(cell.source) for cell in cells if cell.id not in left))
    made = {name: _made(source) for name, source in left.items()}
    while more := {name for name in left if made[name] & needed}:
        needed.update(*(_used(left.pop(name)) for name in more))
    return set(left)


def needed_by(source: str, before: list[NotebookNode]) -> list[NotebookNode]:
    """Find the cells that a cell needs, one way or another.

    Parameters
    ----------
    source : str
        The cell's.
    before : list of NotebookNode
        The code cells before it.

    Returns
    -------
    list of NotebookNode
        Those of them that make what it uses, or may do so.
    """
    needed, names, more = set(), _used(source), True
    while more:
        more = [
            number
            for number, cell in enumerate(before)
            if number not in needed and _may_make(cell.source) & names
        ]
        needed.update(more)
        names.update(*(_used(before[number].source) for number in more))
    return [before[number] for number in sorted(needed)]


def _may_make(source: str) -> set[str]:
    return _made(source) if _tables(source) else set(WORD.findall(source))


def _used(source: str) -> set[str]:
    """Return the names from elsewhere that a cell may use: if in doubt, every word in it."""
    tables = _tables(source)
    if not tables or INDIRECT.search(source):
        return set(WORD.findall(source))
    top, *nested = tables
    names = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    for table in nested:
        names |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
    return names


def _made(source: str) -> set[str]:
    """Return the names that a cell of the course's binds, and those of what it may change."""
    top, *nested = _tables(source)
    names = {
        symbol.get_name()
        for symbol in top.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
    for table in nested:
        symbols = table.get_symbols()
        names |= {one.get_name() for one in symbols if one.is_global() and one.is_assigned()}
    return names | set(_changed(ast.parse(source)))


def _changed(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(ctx=ast.Store()) | ast.Subscript(ctx=ast.Store()):
                yield from (name.id for name in ast.walk(node) if isinstance(name, ast.Name))
            case ast.Expr(ast.Call(ast.Attribute(ast.Name(name)))):
                yield name


def _tables(source: str) -> list[symtable.SymbolTable]:
    """Return what Python knows about the names in each scope of a cell; nothing if it is none."""
    if len(source) > LONGEST:
        return []
    with warnings.catch_warnings():
        # Such as those about a backslash in a text.
        warnings.simplefilter("ignore")
        try:
            tables = [symtable.symtable(source, "cell", "exec")]
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return []
    for table in tables:
        tables += table.get_children()
    return tables
