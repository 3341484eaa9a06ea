"""An image on its way through a network, step by step."""

import numpy as np

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array, shape_of
from cnnbasics.plots.sheet import (
    GRAYS,
    INK,
    MUTED,
    SERIES,
    SIGNED,
    WINDOW,
    Sheet,
    balance,
    number,
    shown,
    text_width,
)

_HEIGHT = 5.2
_ARROW = 0.34
_MOST_MAPS = 8
_BARS = 12
"""A vector with more numbers than this is drawn as a strip, a shorter one as bars."""


@shown
def show_passage(steps, *, title, alt=None):
    """Show what comes out of each step of a network, from left to right.

    Parameters
    ----------
    steps : dict of str to ndarray
        In order, by name: maps of shape (H, W, C), 8 of them at most, or a vector of shape (D,).
        Maps stand under each other, in the colors of signed numbers where one is below zero. A long
        vector is a strip, a short one bars, the largest of them in another color.
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there is no step, or one is neither maps nor a vector.
    """
    if not steps:
        raise ValueError("`steps` has 0 entries but a passage needs at least 1")
    parts = {str(name): _read(name, array) for name, array in steps.items()}
    sheet = Sheet(title)
    wants = [_wants(array) for array in parts.values()]
    room = sheet.width - _ARROW * (len(parts) - 1)
    scale = min(1.0, room / sum(wants))
    widths = [want * scale for want in wants]
    left = sheet.left + (room - sum(widths)) / 2
    heads = [
        balance(name, 11.5, width + 0.8 * _ARROW, bold=True)
        for name, width in zip(parts, widths, strict=True)
    ]
    start = sheet.bottom
    top = start + (max(map(len, heads)) + 1) * LABEL_STEP + 0.08
    for k, (array, width) in enumerate(zip(parts.values(), widths, strict=True)):
        for n, line in enumerate((*heads[k], shape_of(array))):
            look = {"color": MUTED} if n == len(heads[k]) else {"bold": True}
            sheet.text(
                left + width / 2, start + (n + 0.5) * LABEL_STEP, line, 11.5, ha="center", **look
            )
        if k:
            y = top + _HEIGHT / 2
            sheet.arrow((left - _ARROW + 0.06, y), (left - 0.06, y), MUTED)
        draw = _maps if array.ndim == 3 else _strip if len(array) > _BARS else _bars
        draw(sheet, left, top, width, array)
        left += width + _ARROW
    sheet.bottom = max(sheet.bottom, top + _HEIGHT)
    said = [_say(name, array) for name, array in parts.items()]
    return sheet.picture(alt, "From left to right", *said)


def _read(name, array):
    array = read_array(f"steps[{name!r}]", array, 1, 3).astype(float)
    if array.ndim == 3 and array.shape[2] > _MOST_MAPS:
        raise ValueError(
            f"{name!r} has {array.shape[2]} maps but the figure holds {_MOST_MAPS} at most"
        )
    return array


def _wants(array):
    """Say how wide a step would like to be, in inches."""
    if array.ndim == 3:
        h, w, c = array.shape
        tall = (_HEIGHT - 0.12 * (c - 1)) / c
        return min(tall * w / h, 1.2, 0.2 * w)
    if len(array) > _BARS:
        return 0.3
    return 2.1 if array.min() < 0 else 1.4


def _say(name, array):
    words = f"{name}: {shape_of(array)}"
    if array.ndim == 3:
        return f"{words} numbers from {number(array.min())} to {number(array.max())}"
    largest = int(array.argmax())
    return f"{words} numbers, the largest {number(array[largest])} at place {largest}"


def _scale(array):
    """Return the color map of a step, and the values at its two ends."""
    if array.min() < 0:
        reach = np.abs(array).max()
        return SIGNED, (-reach, reach)
    return GRAYS, (0.0, array.max() or 1.0)


def _maps(sheet, x, y, width, array):
    """Draw maps under each other, all with the same colors."""
    h, w, c = array.shape
    gap = 0.12
    side = min(width / w, (_HEIGHT - gap * (c - 1)) / (c * h))
    cmap, limits = _scale(array)
    slot = _HEIGHT / c  # so that a map stands beside what becomes of it
    for k in range(c):
        top = y + (k + 0.5) * slot - h * side / 2
        left = x + (width - w * side) / 2
        sheet.image(left, top, w * side, h * side, array[:, :, k], cmap, limits)


def _strip(sheet, x, y, width, array):
    """Draw a vector as a column of thin rows."""
    cmap, limits = _scale(array)
    sheet.image(x, y, width, _HEIGHT, array[:, np.newaxis], cmap, limits)


def _bars(sheet, x, y, width, array):
    """Draw a short vector as bars, each with its place and its number."""
    step = min(_HEIGHT / len(array), 0.4)
    y += (_HEIGHT - step * len(array)) / 2
    words = ["≈ 0" if 0 < abs(value) < 0.005 else f"{value:.2f}" for value in array]
    words = [word.replace("-", "−") for word in words]
    lead = text_width(str(len(array) - 1), LABEL) + 0.1
    tail = max(text_width(word, 10.5) for word in words) + 0.08
    low, high = min(0.0, array.min()), max(0.0, array.max())
    before = tail if low < 0 else 0.0
    unit = (width - lead - tail - before) / ((high - low) or 1.0)
    zero = x + lead + before - low * unit
    for k, value in enumerate(array):
        middle = y + (k + 0.5) * step
        sheet.text(x + lead - 0.08, middle, str(k), LABEL, ha="right")
        start, length = min(zero, zero + value * unit), abs(value) * unit
        color = WINDOW if k == array.argmax() else SERIES[1]
        look = {"facecolor": color, "edgecolor": INK, "linewidth": 0.6}
        sheet.rectangle(start, middle - 0.32 * step, length, 0.64 * step, **look)
        end, side = (zero + length + 0.05, "left") if value >= 0 else (start - 0.05, "right")
        sheet.text(end, middle, words[k], 10.5, MUTED, ha=side)
    sheet.line([(zero, y), (zero, y + step * len(array))], color=MUTED, weight=1)
