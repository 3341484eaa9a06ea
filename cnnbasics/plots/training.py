"""Learning, drawn: the slope of a loss, and a loss that falls while kernels change."""

import numpy as np

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array
from cnnbasics.plots.sheet import LINE, MUTED, PADDING, SERIES, SIGNED, Sheet, number, shown

_POINTS = 401


@shown
def show_tangent(f, at, slope, low, high, *, title=None, name="weight", alt=None):
    """Show a loss over one of its weights, with the tangent that a gradient promises.

    Parameters
    ----------
    f : callable
        Takes one number, gives the loss.
    at : float
        Where the weight stands.
    slope : float
        The gradient there.
    low, high : float
        The ends of the axis.
    title : str, optional
        What to see.
    name : str
        Of the weight.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When `low` is not below `high`.
    """
    if not low < high:
        raise ValueError(f"`low` is {number(low)} but must be below `high`, {number(high)}")
    x = np.linspace(low, high, _POINTS)
    curve = np.array([float(f(value)) for value in x])
    here = float(f(at))
    sheet = Sheet(title or f"At {number(at)} the loss has the slope {number(slope)}")
    tall, left = 3.0, sheet.left + 0.75
    axes = sheet.plot(left, sheet.bottom + 0.05, 6.6, tall)
    sheet.bottom += 0.5
    axes.plot(x, curve, color=SERIES[1], linewidth=2.4)
    axes.plot(x, here + slope * (x - at), color=SERIES[2], linewidth=2, linestyle=(0, (6, 2)))
    axes.plot([at], [here], color=SERIES[2], marker="o", markersize=9)
    top = max(float(curve.max()), here)
    axes.set_ylim(-0.08 * (top or 1.0), 1.12 * (top or 1.0))
    axes.set_xlim(low, high)
    axes.set_xlabel(name, fontsize=12.5)
    axes.set_ylabel("loss", fontsize=12.5)
    axes.grid(color=PADDING, linewidth=1)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_axisbelow(True)
    return sheet.picture(
        alt,
        f"The loss for {name} from {number(low)} to {number(high)}: {number(curve[0])} on the "
        f"left, {number(curve[-1])} on the right, {number(here)} at {number(at)}, where a tangent "
        f"of slope {number(slope)} touches it",
    )


@shown
def show_training(losses, kernels, *, chance=None, title, alt=None):
    """Show a loss over the steps of a training, and under it the kernels at some of them.

    Parameters
    ----------
    losses : list of float
        One for each step; a running mean is drawn over them.
    kernels : dict of int to ndarray, shape (kH, kW, F)
        The kernels of one input channel after so many steps.
    chance : float, optional
        The loss of a network that knows nothing, drawn as a line.
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no losses or no kernels, or the kernels have other axes.
    """
    losses = read_array("losses", losses, 1)
    if not kernels:
        raise ValueError("`kernels` has 0 entries but a figure needs at least 1")
    kernels = {int(k): read_array(f"kernels[{k}]", w, 3) for k, w in kernels.items()}
    sheet = Sheet(title)
    left, tall = sheet.left + 0.85, 2.4
    axes = sheet.plot(left, sheet.bottom + 0.05, sheet.left + sheet.width - left, tall)
    width = max(1, len(losses) // 40)
    smooth = np.convolve(losses, np.ones(width) / width, mode="valid")
    steps = np.arange(len(smooth)) + (width - 1) / 2 + 1
    axes.plot(np.arange(len(losses)) + 1, losses, color=LINE, linewidth=1)
    axes.plot(steps, smooth, color=SERIES[1], linewidth=2.4)
    top = float(losses.max())
    if chance is not None:
        axes.axhline(chance, color=MUTED, linewidth=1.4, linestyle=(0, (2, 1.5)))
        axes.text(len(losses), chance, f"knows nothing: {chance:.2f}", ha="right", va="bottom",
                  fontsize=11.5, color=MUTED)  # fmt: skip
        top = max(top, chance * 1.1)
    for step in kernels:
        axes.axvline(step, color=SERIES[2], linewidth=1.2, linestyle=(0, (6, 2)))
    axes.set_xlim(0, len(losses) + 1)
    axes.set_ylim(0, 1.05 * top)
    axes.set_xlabel("steps", fontsize=12.5)
    axes.set_ylabel("loss of a batch", fontsize=12.5)
    axes.spines[["left", "bottom"]].set_color(LINE)
    count = max(w.shape[2] for w in kernels.values())
    gap = 0.12
    side = min(0.75, (sheet.width - 1.1 - gap * (count - 1)) / count)
    reach = max(float(np.abs(w).max()) for w in kernels.values()) or 1.0
    y = sheet.bottom + 0.55
    sheet.text(sheet.left, y, "the kernels after", LABEL)
    y += LABEL_STEP
    for step, w in kernels.items():
        words = "0 steps" if step == 0 else f"{step}"
        sheet.text(sheet.left, y + side / 2, words, LABEL)
        for f in range(w.shape[2]):
            x = sheet.left + 1.1 + f * (side + gap)
            tile = side * w.shape[0] / w.shape[1]
            sheet.image(x, y, side, tile, w[:, :, f], SIGNED, (-reach, reach))
        y += side + gap
    return sheet.picture(
        alt,
        f"The loss of {len(losses)} steps, from {number(round(float(smooth[0]), 2))} to "
        f"{number(round(float(smooth[-1]), 2))} in the running mean, and {count} kernels after "
        f"{', '.join(map(str, kernels))} steps",
    )
