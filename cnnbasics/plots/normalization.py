"""Trainings with several seeds, as mean and spread; and how the numbers of channels lie."""

import numpy as np

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array
from cnnbasics.plots.sheet import DASHES, LINE, MUTED, PADDING, SERIES, Sheet, number, shown

_BINS = 60


@shown
def show_spread(arms, *, title, xlabel="epoch", ylabel="test accuracy", level=None, alt=None):
    """Show several trainings of each arm of an experiment: their mean, and a band for all of them.

    Parameters
    ----------
    arms : dict of str to ndarray, shape (runs, epochs)
        At most 4, by name, with equally many epochs.
    title : str
        What to see.
    xlabel, ylabel : str
        What is counted along, from 1, and up.
    level : (float, str), optional
        A line across the figure, and its name.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no arms, too many, or the epochs differ.
    """
    values = {name: read_array(f"arms[{name!r}]", runs, 2) for name, runs in arms.items()}
    if not 1 <= len(values) <= len(SERIES):
        raise ValueError(f"`arms` has {len(values)} entries but the figure holds 1 to 4")
    epochs = next(iter(values.values())).shape[1]
    for name, runs in values.items():
        if runs.shape[1] != epochs:
            raise ValueError(f"`arms[{name!r}]` has {runs.shape[1]} epochs but must have {epochs}")
    sheet = Sheet(title)
    y = sheet.bottom
    for k, (name, runs) in enumerate(values.items()):
        middle = y + LABEL_STEP / 2
        ends = [(sheet.left, middle), (sheet.left + 0.55, middle)]
        sheet.line(ends, color=SERIES[k], weight=2.4, dashes=DASHES[k])
        low, high = number(runs[:, -1].min()), number(runs[:, -1].max())
        sheet.text(sheet.left + 0.65, middle, f"{name}: ends at {low} to {high}", LABEL)
        y += LABEL_STEP
    sheet.text(sheet.left, y + LABEL_STEP / 2, "line: mean; band: all runs", LABEL, MUTED)
    top, tall, left = y + LABEL_STEP + 0.12, 3.0, sheet.left + 1.0
    axes = sheet.plot(left, top, sheet.left + sheet.width - left - 0.1, tall)
    sheet.bottom = top + tall + 0.5
    steps = np.arange(1, epochs + 1)
    for k, runs in enumerate(values.values()):
        low, high = runs.min(axis=0), runs.max(axis=0)
        axes.fill_between(steps, low, high, color=SERIES[k], alpha=0.2, linewidth=0)
        look = {"color": SERIES[k], "linestyle": DASHES[k], "marker": "os^D"[k], "markersize": 5}
        axes.plot(steps, runs.mean(axis=0), linewidth=2.4, **look)
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
    axes.xaxis.get_major_locator().set_params(integer=True)
    said = [
        f"{name}: the mean of {len(runs)} runs goes from {number(runs[:, 0].mean())} to "
        f"{number(runs[:, -1].mean())}"
        for name, runs in values.items()
    ]
    return sheet.picture(alt, f"{ylabel} over {epochs} epochs", "; ".join(said))


@shown
def show_levels(before, after, *, title, names=("before", "after"), alt=None):
    """Show how the numbers of each channel lie, before and after something was done to them.

    Parameters
    ----------
    before, after : ndarray, shape (N, H, W, C)
        At most 4 channels.
    title : str
        What to see.
    names : (str, str)
        Of the two panels.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are too many channels, or the two differ in them.
    """
    pair = [read_array(name, x, 4) for name, x in (("before", before), ("after", after))]
    counts = [x.shape[3] for x in pair]
    if counts[0] != counts[1] or not 1 <= counts[0] <= len(SERIES):
        raise ValueError(
            f"`before` has {counts[0]} channels and `after` {counts[1]} but both need the same "
            f"number, 1 to {len(SERIES)}"
        )
    sheet = Sheet(title)
    y, gap = sheet.bottom, 0.4
    for k in range(counts[0]):
        x = sheet.left + 2.0 * k
        ends = [(x, y + LABEL_STEP / 2), (x + 0.55, y + LABEL_STEP / 2)]
        sheet.line(ends, color=SERIES[k], weight=2.4, dashes=DASHES[k])
        sheet.text(x + 0.65, y + LABEL_STEP / 2, f"channel {k}", LABEL)
    y += LABEL_STEP + 0.16
    wide, said = (sheet.width - gap) / 2, []
    for place, (name, x) in enumerate(zip(names, pair, strict=True)):
        left = sheet.left + place * (wide + gap)
        sheet.text(left, y + LABEL_STEP / 2, name, LABEL, bold=True)
        axes = sheet.plot(left, y + LABEL_STEP + 0.1, wide, 2.4)
        low, high = float(x.min()), float(x.max())
        edges = np.linspace(low - 0.5, high + 0.5, _BINS) if low == high else np.linspace(
            low, high, _BINS
        )  # fmt: skip
        for k in range(counts[0]):
            share = np.histogram(x[..., k], edges)[0] / x[..., k].size
            axes.stairs(share, edges, color=SERIES[k], linewidth=2.2, linestyle=DASHES[k])
        axes.set_yticks([])
        axes.set_xlabel("value", fontsize=12)
        axes.spines["left"].set_visible(False)
        axes.spines["bottom"].set_color(LINE)
        rows = [
            f"channel {k} has mean {number(round(float(x[..., k].mean()), 2))} and std "
            f"{number(round(float(x[..., k].std()), 2))}"
            for k in range(counts[0])
        ]
        said.append(f"{name}: {', '.join(rows)}")
    sheet.bottom += 0.5
    return sheet.picture(alt, "The share of numbers at each value", "; ".join(said))
