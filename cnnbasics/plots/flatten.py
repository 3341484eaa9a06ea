"""Where each number of each map lands in the vector."""

from numbers import Integral

import numpy as np

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array, shape_of
from cnnbasics.plots.sheet import CHANNELS, INK, LINE, MUTED, Sheet, number, shown, text_width

_MOST = 48
_INDEX_SIZE = 10


@shown
def show_flatten(x, at=(0, 0, 0), *, title=None, alt=None):
    """Show where one number of the maps lands when they are laid out as a vector, in Keras' order.

    Parameters
    ----------
    x : ndarray, shape (H, W, C)
        At most 48 numbers and 4 channels.
    at : (int, int, int)
        Row, column and channel.
    title : str, optional
        What to see; otherwise the place.
    alt : str, optional
        Text alternative; otherwise everything that the figure says.

    Raises
    ------
    ValueError
        When `x` is too large or has no such number.
    """
    x = read_array("x", x, 3)
    if x.size > _MOST or x.shape[2] > len(CHANNELS):
        raise ValueError(
            f"`x` is {shape_of(x)} but the figure holds {_MOST} numbers and "
            f"{len(CHANNELS)} channels"
        )
    if len(at) != 3 or not all(
        isinstance(part, Integral) and 0 <= part < size
        for part, size in zip(at, x.shape, strict=True)
    ):
        raise ValueError(f"`at` is {tuple(at)} but `x` is {shape_of(x)}")
    h, w, c = x.shape
    i, j, channel = (int(part) for part in at)
    place = (i * w + j) * c + channel
    words = np.array([number(value) for value in x.flat]).reshape(x.shape)
    sheet = Sheet(title or f"Row {i}, column {j}, channel {channel} lands at place {place}")
    gap = 0.5
    cell = min(0.5, (sheet.width - gap * (c - 1)) / (c * w), 2.6 / h)
    top = sheet.bottom + LABEL_STEP + 0.06
    for k in range(c):
        left = sheet.left + k * (w * cell + gap)
        sheet.text(left, top - 0.06 - LABEL_STEP / 2, f"channel {k}", LABEL)
        for row, column in np.ndindex(h, w):
            x0, y0 = left + column * cell, top + row * cell
            _square(sheet, x0, y0, cell, words[row, column, k], CHANNELS[k])
    start = (sheet.left + channel * (w * cell + gap) + (j + 0.5) * cell, top + (i + 0.5) * cell)
    # A line of the vector holds whole rows of the map, so that a row can be found again.
    rows = max(1, min(h, int(sheet.width / (0.34 * w * c))))
    rows = -(-h // -(-h // rows))  # lines of nearly equal length
    unit = min(0.5, sheet.width / (rows * w * c))
    y = sheet.bottom + 0.62
    sheet.text(sheet.left, y - LABEL_STEP / 2 - 0.04, f"the vector, {x.size} numbers", LABEL)
    for index, value in enumerate(words.ravel()):
        line, along = divmod(index, rows * w * c)
        x0, y0 = sheet.left + along * unit, y + line * (unit + 0.38)
        _square(sheet, x0, y0, unit, value, CHANNELS[index % c])
        if along % (w * c) == 0 and along:  # where a row of the map begins
            sheet.line([(x0, y0 - 0.05), (x0, y0 + unit + 0.05)], INK, 2.2)
        bold = index == place
        color = INK if bold else MUTED
        sheet.text(x0 + unit / 2, y0 + unit + 0.12, str(index), _INDEX_SIZE, color, "center", bold)
        if index == place:
            end = (x0 + unit / 2, y0)
            frame = (x0, y0, unit, unit)
    sheet.bottom = y + line * (unit + 0.38) + unit + 0.24
    sheet.arrow((start[0], start[1] + cell / 2), (end[0], end[1] - 0.03), bend=0.0)
    sheet.frame(start[0] - cell / 2, start[1] - cell / 2, cell, cell)
    sheet.frame(*frame)
    sentence = (
        f"place = (row · W + column) · C + channel = ({i} · {w} + {j}) · {c} + {channel} = {place}"
    )
    sheet.paragraph(sheet.left, sheet.bottom + 0.06, sentence, size=12.5, mono=True)
    listed = " ".join(words.ravel())
    return sheet.picture(alt, f"Maps of {shape_of(x)}, and the vector {listed}", sentence)


def _square(sheet, x, y, side, words, color):
    sheet.rectangle(x, y, side, side, facecolor=color, edgecolor=LINE, linewidth=1)
    size = min(14.0, side * 72 * 0.44, 84 * side / text_width(words, 1))
    sheet.text(x + side / 2, y + side / 2, words, size, INK, ha="center")
