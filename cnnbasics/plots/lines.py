"""Numbers that grow or shrink from step to step."""

import numpy as np
from matplotlib.ticker import FixedLocator, NullLocator

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array
from cnnbasics.plots.sheet import DASHES, LINE, MUTED, PADDING, SERIES, Sheet, number, shown

_MARKED = 30
"""A line of more points than this has no marks."""


@shown
def show_lines(x, lines, *, title, xlabel, ylabel, log=False, level=None, alt=None):
    """Show numbers that change along the same steps, a line for each.

    Parameters
    ----------
    x : list of float
        The steps, rising.
    lines : dict of str to list of float
        For each line, by name, one number at each step; at most 4 lines. NaN is not drawn.
    title : str
        What to see.
    xlabel, ylabel : str
        What is counted along and up.
    log : bool or "both"
        Whether equal steps up are equal factors, or also equal steps along. Then what is 0 has no
        point.
    level : (float, str), optional
        A line across, and its name.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no lines, too many, a line does not fit the steps, or, with `log`, a number
        is below 0 or all are 0.
    """
    x = read_array("x", x, 1)
    values = {str(name): read_array(f"lines[{name!r}]", line, 1) for name, line in lines.items()}
    if not 1 <= len(values) <= len(SERIES):
        raise ValueError(f"`lines` has {len(values)} entries but the figure holds 1 to 4")
    for name, line in values.items():
        if len(line) != len(x):
            raise ValueError(f"`lines[{name!r}]` has {len(line)} numbers but `x` has {len(x)}")
        known = line[~np.isnan(line)]
        if not known.size or np.isinf(known).any() or (log and (min(known) < 0 or not any(known))):
            wanted = "finite numbers above 0" if log else "finite numbers"
            raise ValueError(f"`lines[{name!r}]` goes to {line.min()} but needs {wanted}")
    sheet = Sheet(title)
    y = sheet.bottom
    for k, name in enumerate(values):
        middle = y + LABEL_STEP / 2
        look = {"color": SERIES[k], "weight": 2.4, "dashes": DASHES[k]}
        sheet.line([(sheet.left, middle), (sheet.left + 0.55, middle)], **look)
        sheet.text(sheet.left + 0.65, middle, name, LABEL)
        y += LABEL_STEP
    top, tall, left = y + 0.12, 3.0, sheet.left + 1.0
    axes = sheet.plot(left, top, sheet.left + sheet.width - left - 0.1, tall)
    sheet.bottom = top + tall + 0.5
    for k, line in enumerate(values.values()):
        seen = np.where(line > 0, line, np.nan) if log else line
        look = {"color": SERIES[k], "linestyle": DASHES[k], "linewidth": 2}
        axes.plot(x, seen, marker="os^D"[k] if len(x) <= _MARKED else "", markersize=5, **look)
    axes.set_xlabel(xlabel, fontsize=12.5)
    axes.set_ylabel(ylabel, fontsize=12.5)
    if log:
        axes.set_yscale("log")
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}".replace("-", "−"))
    else:
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:,g}".replace("-", "−"))
    if log == "both":
        axes.set_xscale("log")
        axes.xaxis.set_major_locator(FixedLocator(x))
        axes.xaxis.set_major_formatter(lambda value, _: number(value))
        axes.xaxis.set_minor_locator(NullLocator())
    else:
        axes.xaxis.get_major_locator().set_params(integer=True)
    if level:
        axes.axhline(level[0], color=MUTED, linewidth=1.2, linestyle=(0, (3, 3)))
        place = {"xycoords": ("axes fraction", "data"), "ha": "right", "va": "bottom"}
        axes.annotate(level[1], (0.99, level[0]), fontsize=11.5, **place)
    axes.grid(axis="y", color=PADDING, linewidth=1)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_axisbelow(True)
    ends = {name: line[~np.isnan(line)] for name, line in values.items()}
    said = [f"{name}: from {number(e[0])} to {number(e[-1])}" for name, e in ends.items()]
    said += [f"{level[1]}: {number(level[0])}"] if level else []
    return sheet.picture(
        alt, f"{ylabel} against {xlabel}, from {number(x[0])} to {number(x[-1])}", "; ".join(said)
    )
