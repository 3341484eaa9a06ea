"""Pixels in memory and channels in a convolution."""

from numbers import Integral

import numpy as np

from cnnbasics import layers
from cnnbasics.plots.matrices import LABEL, LABEL_STEP, Grid, part_width
from cnnbasics.plots.photographs import shared_reach
from cnnbasics.plots.reading import (
    factor,
    read_array,
    read_labels,
    read_place,
    shape_of,
)
from cnnbasics.plots.sheet import (
    CHANNELS,
    GRAYS,
    INK,
    MUTED,
    NUMBERS_BELOW,
    PAPER,
    Sheet,
    gray_limits,
    is_exact,
    number,
    shown,
)
from cnnbasics.plots.windows import Walk


@shown
def show_channels(x, w, b=0.0, stride=1, padding=0, *, at=(0, 0), names=None, title=None, alt=None):
    """Show a convolution over several channels taken apart: one sum for each, then one for all.

    Parameters
    ----------
    x : ndarray, shape (H, W, C)
        With at most 4 channels.
    w : ndarray, shape (kH, kW, C)
        One filter.
    b : float
        Its bias.
    stride, padding : as in `cnnbasics.layers.conv2d_forward`
    at : (int, int)
        The output number whose windows are framed and whose sum is written out.
    names : list of str, optional
        Names of the channels; red, green and blue if there are three.
    title : str, optional
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the channels of `x` and `w` differ, or a shape does not fit.
    """
    x, w = read_array("x", x, 3), read_array("w", w, 3)
    depth = x.shape[2]
    if w.shape[2] != depth:
        raise ValueError(f"`w` has {w.shape[2]} channels but `x` has {depth}")
    if depth > 4:
        raise ValueError(f"`x` has {depth} channels but the figure holds 4")
    if np.size(b) != 1:
        raise ValueError(f"`b` has {np.size(b)} numbers but one filter has 1 bias")
    bias = float(np.ravel(b)[0])
    if names is None and depth == 3:
        names = ["red", "green", "blue"]
    elif names is None:
        names = [f"channel {c}" for c in range(depth)]
    names = read_labels("names", names, depth, "channels")
    walks = [Walk(x[..., c], w[..., c], stride, padding) for c in range(depth)]
    out = layers.conv2d_forward(x[np.newaxis], w[..., np.newaxis], [bias], stride, padding)
    out = out[0, :, :, 0]
    i, j = read_place(at, out.shape)
    sheet = Sheet(title or f"{depth} channels, {depth} kernel slices, one sum: one feature map")
    is_photo = x[..., 0].size >= NUMBERS_BELOW
    results = [*(walk.out for walk in walks), out]
    signed = any((result < 0).any() for result in results)
    if signed:
        reach = shared_reach(results) if is_photo else max(np.abs(r).max() for r in results)
        limits = (-reach, reach)
    else:
        limits = (0.0, float(max(result.max() for result in results)) or 1.0)
    weights = float(np.abs(w).max()) or 1.0
    low, high = float(x.min()), gray_limits(x)[1] if is_photo else float(x.max()) or 1.0
    pixels = (min(0.0, low), high) if low >= 0 else (-max(-low, high), max(-low, high))
    frames = [] if is_photo else [(i, j, 1, 1)]
    show_numbers = None if not is_photo else False
    result_look = {"signed": signed, "limits": limits, "numbers": show_numbers}
    rows = []
    for name, walk in zip(names, walks, strict=True):
        windows = [] if is_photo else [walk.window(i, j)]
        look = {"padded": walk.is_padding}
        rows.append((
            Grid(walk.padded, name, windows, look=look, signed=low < 0, limits=pixels,
                 numbers=not is_photo),
            Grid(walk.kernel, f"{name} slice", signed=True, limits=(-weights, weights)),
            Grid(walk.out, f"from {name}", frames, **result_look),
        ))  # fmt: skip
    whole = Grid(out, "feature map", frames, **result_look)
    space = (0.5, 0.5, 1.15)
    if is_photo:  # pictures share what the kernel leaves
        kernel_cell = min(0.34, 1.2 / max(w.shape[:2]))
        free = sheet.width - sum(space) - max(part_width(row[1], kernel_cell) for row in rows)
        cells = (free / 3 / walks[0].padded.shape[1], kernel_cell, free / 3 / out.shape[1])
        for grid in [whole, *(row[k] for row in rows for k in (0, 2))]:
            grid.scaled = True
    else:
        for cell in np.arange(0.5, 0.1, -0.02):
            wides = [max(part_width(row[k], cell) for row in rows) for k in range(3)]
            if sum(wides) + sum(space) + part_width(whole, cell) <= sheet.width:
                break
        cells = (cell,) * 3
    wides = [max(part_width(row[k], cells[k]) for row in rows) for k in range(3)]
    lefts = np.cumsum([sheet.left, wides[0] + space[0], wides[1] + space[1], wides[2] + space[2]])
    tall = max(grid.extent(cell)[1] for row in rows for grid, cell in zip(row, cells, strict=True))
    step = LABEL_STEP + 0.04 + tall + 0.16
    middles = [sheet.bottom + LABEL_STEP + 0.04 + tall / 2 + k * step for k in range(depth)]
    for middle, row in zip(middles, rows, strict=True):
        for left, wide, cell, grid in zip(lefts, wides, cells, row, strict=False):
            _labeled(sheet, grid, left, wide, middle, cell)
        sheet.text(lefts[1] - space[0] / 2, middle, "∗", 17, MUTED, ha="center")
        sheet.text(lefts[2] - space[1] / 2, middle, "=", 17, MUTED, ha="center")
    part_tall = rows[0][2].extent(cells[2])[1]
    high, low = middles[0] - part_tall / 2, middles[-1] + part_tall / 2
    center = (high + low) / 2
    edge = lefts[2] + wides[2] + 0.1
    sheet.line([(edge, high), (edge + 0.1, high), (edge + 0.1, low), (edge, low)], MUTED)
    sheet.arrow((edge + 0.14, center), (lefts[3] - 0.08, center))
    sheet.text((edge + lefts[3]) / 2, center - 0.2, "add up", LABEL, ha="center")
    wide = part_width(whole, cells[2])
    _labeled(sheet, whole, lefts[3], wide, center, cells[2])
    sheet.text(lefts[3] + wide / 2, center + part_tall / 2 + 0.2, f"with bias {number(bias)}",
               LABEL, ha="center")  # fmt: skip
    values = [walk.out[i, j] for walk in walks]
    equals = "=" if all(is_exact(value) for value in (*values, bias, out[i, j])) else "≈"
    named = [f"{factor(value)} ({name})" for value, name in zip(values, names, strict=True)]
    sentence = " + ".join([*named, f"{factor(bias)} (bias)"])
    sentence = f"out[{i}, {j}] {equals} {sentence} {equals} {number(out[i, j])}"
    sheet.paragraph(sheet.left, sheet.bottom + 0.16, sentence, size=12.5)
    return sheet.picture(
        alt,
        f"Input {shape_of(x)}, filter {shape_of(w)}, output {shape_of(out)}",
        "Each channel is filtered by its own slice; the results and the bias are added",
        sentence,
    )


def _labeled(sheet, grid, left, wide, middle, cell):
    """Draw a matrix with its label, centered in a column and on a line."""
    width, height = grid.extent(cell)
    top = middle - height / 2
    sheet.text(left + wide / 2, top - 0.05 - LABEL_STEP / 2, grid.label, LABEL, ha="center")
    grid.draw(sheet, left + (wide - width) / 2, top, cell)


@shown
def show_memory(x, pixel=(0, 0, 0), *, title=None, alt=None):
    """Show where the numbers of one pixel lie in memory, channels last and channels first.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
        At most 48 numbers and 4 channels.
    pixel : (int, int, int)
        Image, row and column.
    title : str, optional
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When `x` is too large, or has no such pixel.
    """
    x = read_array("x", x, 4)
    if x.size > 48 or x.shape[3] > 4:
        raise ValueError(f"`x` is {shape_of(x)} but the figure holds 48 numbers and 4 channels")
    if len(pixel) != 3 or not all(
        isinstance(p, Integral) and 0 <= p < size for p, size in zip(pixel, x.shape, strict=False)
    ):
        raise ValueError(f"`pixel` is {tuple(pixel)} but `x` is {shape_of(x)}")
    n, i, j = (int(part) for part in pixel)
    depth = x.shape[3]
    letters = "RGBA" if depth >= 3 else "01"
    orders = {"NHWC": np.arange(x.size).reshape(x.shape)}
    first = np.arange(x.size).reshape(x.shape[0], depth, *x.shape[1:3])
    orders["NCHW"] = layers.nchw_to_nhwc(first)
    about = {
        "NHWC": "channels last: all channels of one pixel, then the next pixel",
        "NCHW": "channels first: all pixels of one channel, then the next channel",
    }
    apart = int(orders["NCHW"][n, i, j, -1] - orders["NCHW"][n, i, j, 0]) // max(1, depth - 1)
    title = title or f"One pixel's numbers lie side by side in NHWC, {apart} apart in NCHW"
    sheet = Sheet(title)
    line = x.shape[2] * depth  # numbers in a line of the figure: whole rows of the image
    line = x.size if x.size <= 24 else line * max(1, 24 // line)
    cell = min(0.46, sheet.width / line)
    tall = cell * 1.35
    size = min(12.5, cell * 72 * 0.33)
    y = sheet.bottom
    said = []
    for name, order in orders.items():
        sheet.text(sheet.left, y + 0.12, name, 13.5, bold=True)
        sheet.text(sheet.left + 0.8, y + 0.12, about[name], 12, MUTED)
        y += 0.34
        mine = [int(place) for place in order[n, i, j]]
        for index in np.ndindex(x.shape):
            place = int(order[index])
            left = sheet.left + place % line * cell
            top = y + place // line * (tall + 0.34)
            look = {"facecolor": CHANNELS[index[3]], "edgecolor": PAPER, "linewidth": 1.5}
            sheet.rectangle(left, top, cell, tall, **look)
            middle, bold = left + cell / 2, place in mine
            sheet.text(middle, top + tall * 0.34, number(x[index]), size, ha="center", bold=bold)
            sheet.text(middle, top + tall * 0.74, letters[index[3]], size * 0.85, MUTED, "center")
            if bold:
                sheet.text(middle, top + tall + 0.17, str(place), 12, ha="center")
            if bold and (place - 1 not in mine or place % line == 0):  # one frame for neighbors
                run = 1
                while place + run in mine and (place + run) % line:
                    run += 1
                sheet.frame(left, top, run * cell, tall, weight=2.4)
        y += ((x.size - 1) // line + 1) * (tall + 0.34) + 0.1
        said.append(f"in {name} at places {', '.join(map(str, mine))}")
    which = f"the pixel at image {n}, row {i}, column {j}"
    note = f"Framed: {which}. Under it: the place in memory, from 0 to {x.size - 1}."
    sheet.paragraph(sheet.left, y - 0.06, note, color=MUTED)
    return sheet.picture(alt, f"The numbers of {which} lie {' and '.join(said)}")


@shown
def show_wraparound(start, add, *, title=None, alt=None):
    """Show what happens when a sum leaves the range of uint8: counting begins again at 0.

    Parameters
    ----------
    start : int
        From 0 to 255.
    add : int
        From -255 to 255.
    title : str, optional
        What to see; otherwise the sum.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When a number is out of range.
    """
    for name, value, low in (("start", start, 0), ("add", add, -255)):
        if not isinstance(value, Integral) or not low <= value <= 255:
            raise ValueError(
                f"`{name}` is {value!r} but must be a whole number from {number(low)} to 255"
            )
    start, add = int(start), int(add)
    result = int(np.array(start + add).astype(np.uint8))
    wraps = result != start + add
    sign = "+" if add >= 0 else "−"
    sentence = f"{start} {sign} {abs(add)} = {number(start + add)}"
    stored = f"uint8 holds {result}"
    title = title or (
        f"{start} {sign} {abs(add)} makes {result} in uint8: counting goes round"
        if wraps
        else f"{start} {sign} {abs(add)} makes {result}: it fits into uint8"
    )
    sheet = Sheet(title)
    left, wide = sheet.left + 0.5, sheet.width - 1.0
    y = sheet.bottom + 0.95

    def place(value):
        return left + wide * (value + 0.5) / 256

    ramp = np.arange(256)[np.newaxis]
    sheet.image(left, y, wide, 0.4, ramp, GRAYS, (0, 255))
    for value in (0, 64, 128, 192, 255):
        sheet.text(place(value), y + 0.56, str(value), 12, MUTED, ha="center")
    up = y - 0.34
    pieces = [(start, start + add)]
    if wraps:
        pieces = [(start, 255), (0, result)] if add > 0 else [(start, 0), (255, result)]
    for k, (begin, end) in enumerate(pieces):
        a, z = place(begin), place(end)
        outward = 0.3 if add > 0 else -0.3
        if wraps and k == 0:
            z = (left + wide if add > 0 else left) + outward
        if wraps and k == 1:
            a = (left if add > 0 else left + wide) - outward
        sheet.arrow((a, up), (z, up), weight=2.2)
    for value, words in ((start, f"{start}"), (result, f"{result}")):
        sheet.axes.plot([place(value)] * 2, [up - 0.12, y], color=INK, linewidth=1.6)
        sheet.text(place(value), up - 0.3, words, 15, ha="center", bold=True)
    sheet.frame(place(result) - 0.05, y - 0.02, 0.1, 0.44, weight=2.5)
    sheet.bottom = y + 0.7
    note = f"{sentence}, and {stored}." if wraps else f"{sentence}."
    if wraps:
        note += f" {number(start + add)} {'−' if add > 0 else '+'} 256 = {result}."
    sheet.paragraph(sheet.left, y + 0.78, note)
    ends = ("right", "left") if add > 0 else ("left", "right")
    way = f"an arrow goes from {start} "
    way += f"out at the {ends[0]} end and in again at the {ends[1]} end, " if wraps else ""
    return sheet.picture(alt, f"On a line from 0 to 255 {way}to {result}", note)
