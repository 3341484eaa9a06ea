"""Whether a network is right as often as it says."""

import numpy as np
from matplotlib.ticker import PercentFormatter

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array
from cnnbasics.plots.sheet import INK, LINE, MUTED, PADDING, SERIES, Sheet, shown, wrap

_GAP = 0.7
_MOST = 3
_TALL, _LOW = 2.7, 0.75
_PARTS = ("count", "confidence", "accuracy")


@shown
def show_reliability(groups, *, title, alt=None):
    """Show how often predictions are right, step by step of how sure they are.

    The bars are accuracies. A bar that ends below its mark was too sure, one that ends above it
    not sure enough. Below stands which share of the predictions falls into each step.

    Parameters
    ----------
    groups : dict of str to dict
        At most 3, by name: `count`, `confidence` and `accuracy` of each step, of shape (bins,), as
        `cnnbasics.layers.reliability` gives them.
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no groups or too many, or one holds no prediction.
    """
    if not 1 <= len(groups) <= _MOST:
        raise ValueError(f"`groups` has {len(groups)} entries but the figure holds 1 to {_MOST}")
    panels = {str(name): _read(name, found) for name, found in groups.items()}
    sheet = Sheet(title)
    wide = min((sheet.width - 0.2) / len(panels) - _GAP, 4.4)
    said = []
    words = {name: [name, *_summary(*found)] for name, found in panels.items()}
    lines = {name: wrap("\n".join(each), LABEL, wide) for name, each in words.items()}
    head = sheet.bottom
    y = head + max(map(len, lines.values())) * LABEL_STEP + 0.1
    for place, (name, (count, confidence, accuracy)) in enumerate(panels.items()):
        left = sheet.left + _GAP + place * (wide + _GAP)
        for k, line in enumerate(lines[name]):
            sheet.text(left, head + (k + 0.5) * LABEL_STEP, line, LABEL, bold=k == 0)
        _steps(sheet, left, y, wide, count, confidence, accuracy, first=place == 0)
        said.append(f"{name}: " + ", ".join(words[name][1:]))
    sheet.bottom = y + _TALL + 0.25 + _LOW + 0.5
    return sheet.picture(alt, "Bars of accuracy over confidence", "; ".join(said))


def _read(name, found):
    count, confidence, accuracy = (
        read_array(f"groups[{name!r}][{part!r}]", found[part], 1) for part in _PARTS
    )
    if not len(count) == len(confidence) == len(accuracy) or not count.sum():
        raise ValueError(
            f"`groups[{name!r}]` has {len(count)} counts of {int(count.sum())} predictions, "
            f"{len(confidence)} confidences and {len(accuracy)} accuracies but needs equally many "
            "and a prediction"
        )
    return count, confidence, accuracy


def _summary(count, confidence, accuracy):
    share = count / count.sum()
    apart = np.abs(confidence - accuracy) @ share
    return f"sure {confidence @ share:.0%}, right {accuracy @ share:.0%}", f"apart {apart:.3f}"


def _steps(sheet, left, top, wide, count, confidence, accuracy, first):
    """Draw one panel: accuracies with the marks of the confidence, and the shares below."""
    edges = np.linspace(0, 1, len(count) + 1)
    middle, step = (edges[1:] + edges[:-1]) / 2, edges[1]
    some = count > 0
    axes = sheet.plot(left, top, wide, _TALL)
    axes.bar(middle[some], accuracy[some], 0.86 * step, color=SERIES[1], edgecolor=INK, lw=0.6)
    for x, mark in zip(middle[some], confidence[some], strict=True):
        ends = [x - 0.46 * step, x + 0.46 * step]
        axes.plot(ends, [mark, mark], color=SERIES[2], linewidth=3.4, solid_capstyle="butt")
    axes.plot([0, 1], [0, 1], color=MUTED, linewidth=1.2, linestyle=(0, (3, 3)))
    under = sheet.plot(left, top + _TALL + 0.25, wide, _LOW)
    under.bar(middle, count / count.sum(), 0.86 * step, color=LINE, edgecolor=INK, lw=0.6)
    for each in (axes, under):
        each.set_xlim(0, 1)
        each.set_ylim(0, 1)
        each.grid(axis="y", color=PADDING, linewidth=1)
        each.spines[["left", "bottom"]].set_color(LINE)
        each.set_axisbelow(True)
        for axis in (each.xaxis, each.yaxis):
            axis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.tick_params(labelbottom=False)
    under.set_yticks([0, 1])
    under.set_xlabel("how sure it is", fontsize=12)
    if first:
        axes.set_ylabel("bar: right, mark: sure", fontsize=12)
        under.set_ylabel("share", fontsize=12)
