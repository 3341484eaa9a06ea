"""The gap between training and validation, drawn; and where early stopping ends a training."""

import numpy as np

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array
from cnnbasics.plots.sheet import DASHES, LINE, MUTED, PADDING, SERIES, Sheet, number, shown

_GAP = 0.62
_MOST = 4
_LAST = 5
"""Epochs whose mean is called final: one alone goes up and down."""


@shown
def show_gaps(runs, *, title, ylabel="cross-entropy", alt=None):
    """Show training and validation losses side by side: the mean of several runs and their spread.

    All panels have the same scale. The band reaches from the lowest run to the
    highest. The final gap is that of the last 5 epochs' means.

    Parameters
    ----------
    runs : dict of str to (ndarray, ndarray), shapes (runs, epochs)
        Losses on the training data and on the validation data, by the name of a practice. At most
        4, with equally many epochs.
    title : str
        What to see.
    ylabel : str
        What is counted up.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no panels or too many, or the shapes do not fit.
    """
    if not 1 <= len(runs) <= _MOST:
        raise ValueError(f"`runs` has {len(runs)} entries but the figure holds 1 to {_MOST}")
    pairs = {
        name: [read_array(f"runs[{name!r}]", losses, 2) for losses in pair]
        for name, pair in runs.items()
    }
    epochs = next(iter(pairs.values()))[0].shape[1]
    for name, (training, validation) in pairs.items():
        if training.shape != validation.shape or training.shape[1] != epochs:
            raise ValueError(
                f"`runs[{name!r}]` has shapes {training.shape} and {validation.shape} but both "
                f"must be (runs, {epochs})"
            )
    sheet = Sheet(title)
    y = sheet.bottom
    for k, name in ((1, "training"), (2, "validation")):
        x = sheet.left + 2.2 * (k - 1)
        look = {"color": SERIES[k], "weight": 2.4, "dashes": DASHES[k - 1]}
        sheet.line([(x, y + LABEL_STEP / 2), (x + 0.55, y + LABEL_STEP / 2)], **look)
        sheet.text(x + 0.65, y + LABEL_STEP / 2, name, LABEL)
    sheet.text(sheet.left + 4.8, y + LABEL_STEP / 2, "line: mean; band: all runs", LABEL, MUTED)
    y += LABEL_STEP + 0.16
    top = 1.05 * max(float(losses.max()) for pair in pairs.values() for losses in pair)
    wide = (sheet.width - _GAP * len(pairs)) / len(pairs)
    said = []
    for place, (name, pair) in enumerate(pairs.items()):
        left = sheet.left + _GAP + place * (wide + _GAP)
        sheet.text(left, y + LABEL_STEP / 2, name, LABEL, bold=True)
        ends = [float(losses[:, -_LAST:].mean()) for losses in pair]
        sheet.text(left, y + 1.5 * LABEL_STEP, f"final gap {number(ends[1] - ends[0])}", LABEL)
        axes = sheet.plot(left, y + 2 * LABEL_STEP + 0.1, wide, 2.5)
        steps = np.arange(epochs)
        for k, losses in enumerate(pair, 1):
            low, high = losses.min(axis=0), losses.max(axis=0)
            axes.fill_between(steps, low, high, color=SERIES[k], alpha=0.22, linewidth=0)
            look = {"color": SERIES[k], "linestyle": DASHES[k - 1]}
            axes.plot(steps, losses.mean(axis=0), linewidth=2.4, **look)
        axes.set_xlim(0, max(epochs - 1, 1))
        axes.set_ylim(0, top or 1.0)
        axes.set_xlabel("epoch", fontsize=12)
        if place == 0:
            axes.set_ylabel(ylabel, fontsize=12)
        axes.grid(color=PADDING, linewidth=1)
        axes.spines[["left", "bottom"]].set_color(LINE)
        axes.set_axisbelow(True)
        axes.xaxis.get_major_locator().set_params(integer=True, nbins=5)
        said.append(
            f"{name}: training ends at {number(ends[0])}, validation at {number(ends[1])}, "
            f"a gap of {number(ends[1] - ends[0])}"
        )
    sheet.bottom += 0.5
    return sheet.picture(alt, f"Losses over {epochs} epochs", "; ".join(said))


@shown
def show_stop(val_losses, stop, best, *, title=None, alt=None):
    """Show a validation loss, the epoch where it was best and the epoch where training stops.

    Parameters
    ----------
    val_losses : ndarray, shape (epochs,)
        What comes after `stop` is drawn faintly: it would not have been seen.
    stop, best : int
        Epochs, counted from 0.
    title : str, optional
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the two epochs are not in the right order, or not among the losses.
    """
    losses = read_array("val_losses", val_losses, 1)
    if not 0 <= best <= stop < len(losses):
        raise ValueError(
            f"`best` is {best} and `stop` {stop} but they must be in order, from 0 to "
            f"{len(losses) - 1}"
        )
    stops = stop < len(losses) - 1
    sheet = Sheet(title or f"Epoch {best} was the best; epoch {stop} is the last")
    left = sheet.left + 0.85
    axes = sheet.plot(left, sheet.bottom + 0.05, sheet.left + sheet.width - left - 0.1, 2.9)
    sheet.bottom += 0.5
    epochs = np.arange(len(losses))
    axes.axvspan(best, stop, color=PADDING, linewidth=0)
    axes.plot(epochs[stop:], losses[stop:], color=LINE, linewidth=1.8, linestyle=(0, (2, 1.5)))
    axes.plot(epochs[: stop + 1], losses[: stop + 1], color=SERIES[2], linewidth=2.4)
    axes.plot([best], [losses[best]], color=SERIES[3], marker="D", markersize=9)
    axes.plot([stop], [losses[stop]], color=SERIES[0], marker="s", markersize=8)
    top, low = float(losses.max()), float(losses.min())
    room = (top - low) or 1.0
    axes.set_ylim(low - 0.22 * room, top + 0.2 * room)
    axes.set_xlim(-0.5, len(losses) - 0.5)
    last = "stop" if stops else "end"
    for epoch, words, y in (
        (best, f"best: {best}", low - 0.15 * room),
        (stop, f"{last}: {stop}", top + 0.12 * room),
    ):
        place = (epoch + 0.5) / len(losses)
        side = "left" if place < 0.06 else "right" if place > 0.94 else "center"
        axes.annotate(words, (epoch, y), ha=side, va="center", fontsize=11.5)
    axes.set_xlabel("epoch", fontsize=12.5)
    axes.set_ylabel("validation loss", fontsize=12.5)
    axes.grid(axis="y", color=PADDING, linewidth=1)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_axisbelow(True)
    axes.xaxis.get_major_locator().set_params(integer=True)
    end = f"training stops at epoch {stop}" if stops else "nothing stops it before the end"
    return sheet.picture(
        alt,
        f"The validation loss of {len(losses)} epochs, from {number(losses[0])} to "
        f"{number(losses[-1])}: the lowest up to the stop, {number(losses[best])}, at epoch "
        f"{best}; {end}",
    )
