"""Functions of one number: as curves, and what they make of a feature map."""

import numpy as np

from cnnbasics import layers
from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.photographs import shared_reach, show_images
from cnnbasics.plots.reading import read_array, read_columns
from cnnbasics.plots.sheet import LINE, MUTED, PADDING, SERIES, Sheet, number, shown, wrap

_GAP = 0.5
_POINTS = 801


@shown
def show_curves(functions, low=-4.0, high=4.0, *, title, columns=None, alt=None):
    """Show functions of one number side by side, all on the same two scales.

    One step along is as long as one step up, unless a curve is taller than wide: slopes compare.

    Parameters
    ----------
    functions : dict of str to callable
        Called as ``function(x)`` with a vector; gives one number for each. The name stands above
        the curve.
    low, high : float
        The ends of `x`.
    title : str
        What to see.
    columns : int, optional
        Curves in a row.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there is no function, `low` is not below `high`, or a function gives something else
        than one finite number for each.
    """
    if not functions:
        raise ValueError("`functions` has 0 entries but a figure needs at least 1 curve")
    if not low < high:
        raise ValueError(f"`low` is {number(low)} but must be below `high`, {number(high)}")
    x = np.linspace(low, high, _POINTS)
    curves = {str(name): _values(name, function, x) for name, function in functions.items()}
    columns = read_columns(len(curves), columns)
    sheet = Sheet(title)
    values = np.concatenate(list(curves.values()))
    bottom, top = min(0.0, values.min()), max(0.0, values.max())
    margin = 0.06 * ((top - bottom) or 1.0)
    bottom, top = bottom - margin, top + margin
    wide = min((sheet.width - _GAP * columns) / columns, 3.4)
    # Steep curves would fill the page: there equal steps have to go.
    tall = float(np.clip(wide * (top - bottom) / (high - low), 0.7, wide))
    y = sheet.bottom
    for start in range(0, len(curves), columns):
        row = [*curves.items()][start : start + columns]
        lines = [wrap(name, LABEL, wide) for name, _ in row]
        under = y + max(map(len, lines)) * LABEL_STEP + 0.08
        for place, ((_, curve), words) in enumerate(zip(row, lines, strict=True)):
            left = sheet.left + _GAP + place * (wide + _GAP)
            for up, line in enumerate(reversed(words)):
                sheet.text(left, under - 0.08 - (up + 0.5) * LABEL_STEP, line, LABEL)
            axes = sheet.plot(left, under, wide, tall)
            axes.axhline(0, color=MUTED, linewidth=1)
            axes.axvline(0, color=MUTED, linewidth=1)
            axes.grid(color=PADDING, linewidth=1)
            axes.set_axisbelow(True)
            axes.spines[["left", "bottom"]].set_color(LINE)
            axes.plot(x, curve, color=SERIES[1], linewidth=2.6)
            axes.set_xlim(low, high)
            axes.set_ylim(bottom, top)
            axes.locator_params(nbins=5)
        y = sheet.bottom = sheet.bottom + 0.42
    sheet.bottom -= 0.1
    said = [
        f"{name} goes from {number(curve[0])} to {number(curve[-1])} and is "
        f"{number(curve[_POINTS // 2])} in the middle"
        for name, curve in curves.items()
    ]
    return sheet.picture(alt, f"Curves over {number(low)} to {number(high)}", ". ".join(said))


@shown
def show_biases(feature_map, biases, activation=layers.relu, *, title=None, alt=None):
    """Show a feature map, and what an activation makes of it after a bias is added.

    Parameters
    ----------
    feature_map : ndarray, shape (H, W)
        Before the activation; drawn in the diverging colors.
    biases : list of float
        One picture for each.
    activation : callable
        Called as ``activation(feature_map + bias)``. Usually the student's own function.
    title : str, optional
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the map is no matrix, or there is no bias.
    """
    feature_map = read_array("feature_map", feature_map, 2)
    if not len(biases):
        raise ValueError("`biases` has 0 entries but there must be at least 1")
    images, labels = [feature_map], ["the feature map"]
    for bias in biases:
        images.append(activation(feature_map + bias))
        share = np.mean(feature_map + bias > 0)
        labels.append(f"bias {number(bias)}: {share:.0%} above 0")
    return show_images.picture(
        images,
        labels,
        title=title or "The bias moves the bend: it decides how much passes",
        signed=[True, *[False] * len(biases)],
        limits=(0.0, shared_reach([feature_map])),  # the same white at every bias
        alt=alt,
    )


def _values(name, function, x):
    """Return what a function gives for `x`, if it is a curve."""
    curve = np.asarray(function(x.copy()))
    if curve.shape != x.shape or curve.dtype.kind not in "biuf" or not np.isfinite(curve).all():
        got = "None" if curve.dtype == object else f"shape {curve.shape}, {curve.dtype}"
        raise ValueError(f"{name!r} gave {got} but must give {x.size} finite numbers")
    return curve.astype(float)
