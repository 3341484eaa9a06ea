"""Numbers that grow or shrink from step to step."""

import numpy as np
from matplotlib.ticker import FixedLocator, NullFormatter

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array
from cnnbasics.plots.sheet import DASHES, LINE, MUTED, PADDING, SERIES, Sheet, number, shown

MOST_MARKED = 30
"""Steps up to which each number has a mark of its own."""


@shown
def show_lines(lines, x=None, *, title, xlabel, ylabel, log="", level=None, alt=None):
    """Show how numbers go, such as the loss of a training: a line for each.

    Parameters
    ----------
    lines : dict of str to ndarray, shape (n,)
        At most 4, by name. What is not finite has no point, nor has what is 0 on a `log` axis.
    x : ndarray, shape (n,), optional
        The steps, rising; otherwise 0, 1, 2 ...
    title : str
        What to see.
    xlabel, ylabel : str
        What is counted along and up.
    log : str
        The axes on which equal steps are equal factors: ``""``, ``"y"`` or ``"xy"``.
    level : (float, str), optional
        A line across the figure, and its name.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no lines, too many, a line does not fit the steps, or, with `log`, a number
        is below 0.
    """
    values = {str(name): read_array(f"lines[{name!r}]", line, 1) for name, line in lines.items()}
    if not 1 <= len(values) <= len(SERIES):
        raise ValueError(f"`lines` has {len(values)} entries but the figure holds 1 to 4")
    if log not in ("", "y", "xy"):
        raise ValueError(f'`log` is {log!r} but must be "", "y" or "xy"')
    x = np.arange(len(next(iter(values.values())))) if x is None else read_array("x", x, 1)
    for name, line in values.items():
        if len(line) != len(x):
            raise ValueError(f"`lines[{name!r}]` has {len(line)} numbers but `x` has {len(x)}")
        if log and (line < 0).any():
            lowest = number(line[line < 0].min())
            raise ValueError(f"`lines[{name!r}]` goes to {lowest} but `log` needs 0 or more")
    sheet = Sheet(title)
    axes = _axes(sheet, values)
    for k, line in enumerate(values.values()):
        seen = np.where(line > 0, line, np.nan) if log else line
        marks = {"marker": "os^D"[k], "markersize": 5} if len(x) <= MOST_MARKED else {}
        axes.plot(x, seen, color=SERIES[k], linestyle=DASHES[k], linewidth=2.2, **marks)
    _scale(axes, x, log)
    if level:
        axes.axhline(level[0], color=MUTED, linewidth=1.2, linestyle=(0, (3, 3)))
        axes.annotate(
            level[1], (0.99, level[0]), xycoords=("axes fraction", "data"), ha="right", va="bottom"
        )
    axes.set_xlabel(xlabel, fontsize=12.5)
    axes.set_ylabel(ylabel, fontsize=12.5)
    axes.grid(color=PADDING, linewidth=1)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_axisbelow(True)
    said = [
        f"{name}: from {number(line[0])} to {number(line[-1])}" for name, line in values.items()
    ]
    said += [f"{level[1]} at {number(level[0])}"] if level else []
    along = f"{ylabel} against {xlabel}, from {number(x[0])} to {number(x[-1])}"
    return sheet.picture(alt, along, "; ".join(said))


def _axes(sheet, names):
    """Write the key at the top, and make room for the lines below it."""
    y = sheet.bottom
    for k, name in enumerate(names):
        middle = y + LABEL_STEP / 2
        look = {"color": SERIES[k], "weight": 2.4, "dashes": DASHES[k]}
        sheet.line([(sheet.left, middle), (sheet.left + 0.55, middle)], **look)
        sheet.text(sheet.left + 0.65, middle, name, LABEL)
        y += LABEL_STEP
    top, tall, left = y + 0.12, 3.0, sheet.left + 1.0
    sheet.bottom = top + tall + 0.5
    return sheet.plot(left, top, sheet.left + sheet.width - left - 0.1, tall)


def _scale(axes, x, log):
    """Scale the axes, with numbers beside them that read well."""
    if "x" in log:
        axes.set_xscale("log")
        axes.xaxis.set_minor_formatter(NullFormatter())
        if len(x) <= 12:
            axes.xaxis.set_major_locator(FixedLocator(x))
    else:
        axes.xaxis.get_major_locator().set_params(integer=True)
    if log:
        axes.set_yscale("log")
        axes.yaxis.set_minor_formatter(NullFormatter())
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,g}".replace("-", "\N{MINUS SIGN}"))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,g}".replace("-", "\N{MINUS SIGN}"))
