"""Transfer learning, drawn: which layers learn, and runs side by side."""

import numpy as np

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array
from cnnbasics.plots.sheet import (
    INK,
    LINE,
    MUTED,
    PADDING,
    SERIES,
    Sheet,
    number,
    shown,
    text_width,
)

STATES = {"frozen": LINE, "learns": SERIES[2], "left out": "none"}
"""What can become of a layer, and the color of its bar."""

_ROW = 0.33
_WIDEST = 4.2


@shown
def show_layers(layers, *, title, alt=None):
    """Show the layers of a network from its input down: how many numbers each has, and which learn.

    Parameters
    ----------
    layers : list of (str, int, str)
        Name, number of weights, and state of each layer: "frozen", "learns" or "left out".
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no layers, or a state is none of the three.
    """
    if not layers:
        raise ValueError("`layers` has 0 entries but a network needs at least 1")
    for name, _, state in layers:
        if state not in STATES:
            raise ValueError(f"{name!r} is {state!r} but must be one of {list(STATES)}")
    sheet = Sheet(title)
    lead = max(text_width(name, LABEL) for name, _, _ in layers) + 0.2
    most = max(count for _, count, _ in layers) or 1
    x = sheet.left + lead
    for name, count, state in layers:
        y = sheet.bottom
        middle = y + _ROW / 2
        gone = state == "left out"
        sheet.text(x - 0.12, middle, name, LABEL, MUTED if gone else INK, ha="right")
        # A root: the largest layer would make the others vanish.
        wide = max(_WIDEST * np.sqrt(count / most), 0.06 if count else 0.0)
        if count:
            dashes = (0, (3, 2)) if gone else "-"
            look = {"facecolor": STATES[state], "edgecolor": INK if not gone else MUTED}
            sheet.rectangle(x, y + 0.05, wide, _ROW - 0.1, linestyle=dashes, linewidth=1, **look)
        words = f"{count:,}, {state}" if count else state if gone else "no weights"
        sheet.text(x + wide + 0.1, middle, words, 11, INK if state == "learns" else MUTED)
        sheet.bottom = y + _ROW
    totals = {s: sum(count for _, count, state in layers if state == s) for s in STATES}
    total = f"{totals['learns']:,} numbers learn, {totals['frozen']:,} are frozen"
    sheet.text(x, sheet.bottom + LABEL_STEP / 2 + 0.04, total, LABEL, bold=True)
    sheet.bottom += LABEL_STEP + 0.08
    said = "; ".join(f"{name}: {count:,}, {state}" for name, count, state in layers if count)
    return sheet.picture(alt, f"The layers of a network. {total}. {said}")


@shown
def show_runs(arms, *, title, xlabel, level=None, alt=None):
    """Show runs of several arms as dots, a row for each arm, with its mean.

    Parameters
    ----------
    arms : dict of str to ndarray, shape (n,)
        One number a run, from 0 to 1.
    title : str
        What to see.
    xlabel : str
        What the numbers are.
    level : (float, str), optional
        A line up the figure, and its name.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there is no arm, or a number is not between 0 and 1.
    """
    values = {str(name): read_array(f"arms[{name!r}]", arm, 1) for name, arm in arms.items()}
    if not values:
        raise ValueError("`arms` has 0 entries but a figure needs at least 1")
    for name, arm in values.items():
        if not (len(arm) and ((arm >= 0) & (arm <= 1)).all()):
            raise ValueError(f"{name!r} holds {arm.tolist()} but must hold numbers from 0 to 1")
    sheet = Sheet(title)
    lead = max(text_width(name, LABEL) for name in values) + 0.3
    top = sheet.bottom + (LABEL_STEP if level else 0)
    tall = 0.62 * len(values) + 0.1
    axes = sheet.plot(sheet.left + lead, top, sheet.width - lead - 0.9, tall)
    lowest = min(0.4, *(float(arm.min()) for arm in values.values())) - 0.03
    for row, (name, arm) in enumerate(values.items()):
        color = SERIES[1 + row % 3]
        apart = np.linspace(-0.22, 0.22, len(arm)) if len(arm) > 1 else np.zeros(1)
        axes.axhline(row, color=PADDING, linewidth=1)
        axes.plot(arm, row + apart, "os^"[row % 3], color=color, markersize=7, alpha=0.85)
        axes.plot([arm.mean()] * 2, [row - 0.36, row + 0.36], color=INK, linewidth=2.4)
        sheet.text(sheet.left + lead - 0.2, top + (row + 0.5) * tall / len(values), name, LABEL,
                   ha="right")  # fmt: skip
        sheet.text(sheet.left + sheet.width - 0.75, top + (row + 0.5) * tall / len(values),
                   f"{arm.mean():.3f}", LABEL, bold=True)  # fmt: skip
    if level:
        axes.axvline(level[0], color=MUTED, linewidth=1.2, linestyle=(0, (3, 3)))
        axes.annotate(
            level[1], (level[0], 1.0), xycoords=("data", "axes fraction"), ha="center", va="bottom",
            fontsize=11, color=MUTED,
        )  # fmt: skip
    axes.set_xlim(lowest, 1.01)
    axes.set_ylim(len(values) - 0.5, -0.5)
    axes.set_yticks([])
    axes.set_xlabel(xlabel, fontsize=12.5)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_axisbelow(True)
    sheet.bottom += 0.5
    said = [
        f"{name}: {len(arm)} runs from {arm.min():.3f} to {arm.max():.3f}, mean {arm.mean():.3f}"
        for name, arm in values.items()
    ]
    said += [f"{level[1]} at {number(level[0])}"] if level else []
    return sheet.picture(alt, xlabel, "; ".join(said))
