"""Plain tables."""

import html
from dataclasses import dataclass
from numbers import Integral, Real

import numpy as np
from IPython.display import display

from cnnbasics.plots.sheet import number


@dataclass(frozen=True)
class Table:
    """A plain table that JupyterLab colors by its theme; as text where there is no HTML.

    Attributes
    ----------
    rows : list of list
    columns : list of str
    title : str
    """

    rows: list
    columns: list
    title: str = ""

    def _cells(self):
        return [[_entry(value) for value in row] for row in self.rows]

    def _right(self, column):
        return all(isinstance(row[column], Real) for row in self.rows)

    def __str__(self):
        cells = [list(self.columns), *self._cells()]
        widths = [max(len(row[k]) for row in cells) for k in range(len(self.columns))]
        lines = []
        for row in cells:
            parts = [
                word.rjust(wide) if self._right(k) else word.ljust(wide)
                for k, (word, wide) in enumerate(zip(row, widths, strict=True))
            ]
            lines.append("  ".join(parts).rstrip())
        lines.insert(1, "  ".join("-" * wide for wide in widths))
        return "\n".join([self.title, *lines] if self.title else lines)

    def _repr_mimebundle_(self, include=None, exclude=None):
        align = ["right" if self._right(k) else "left" for k in range(len(self.columns))]
        head = "".join(
            f'<th scope="col" style="text-align: {a}">{html.escape(c)}</th>'
            for c, a in zip(self.columns, align, strict=True)
        )
        body = "".join(
            "<tr>"
            + "".join(
                f'<td style="text-align: {a}">{html.escape(c)}</td>'
                for c, a in zip(row, align, strict=True)
            )
            + "</tr>"
            for row in self._cells()
        )
        caption = ""
        if self.title:
            look = "text-align: left; font-weight: bold; padding-bottom: 0.5em; white-space: nowrap"
            caption = f'<caption style="{look}">{html.escape(self.title)}</caption>'
        table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return {"text/html": table, "text/plain": str(self)}


def _entry(value):
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, Integral):
        return f"{int(value):,}".replace("-", "−")
    return number(value) if isinstance(value, Real) else str(value)


def show_table(rows, columns, *, title=""):
    """Show a table.

    Parameters
    ----------
    rows : list of list
        Words and numbers; whole numbers get commas at the thousands.
    columns : list of str
        The names of the columns.
    title : str
        What to see.

    Raises
    ------
    ValueError
        When a row has another length than `columns`.
    """
    rows, columns = [list(row) for row in rows], [str(column) for column in columns]
    for k, row in enumerate(rows):
        if len(row) != len(columns):
            raise ValueError(f"row {k} has {len(row)} entries but there are {len(columns)} columns")
    display(Table(rows, columns, title))
