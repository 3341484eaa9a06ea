"""The window that moves over an image, and what it sees."""

from dataclasses import dataclass
from numbers import Integral

import numpy as np

from cnnbasics import layers
from cnnbasics.plots.matrices import Grid, draw_row, draw_rows
from cnnbasics.plots.reading import (
    arithmetic,
    read_array,
    read_place,
    say,
    shape_of,
)
from cnnbasics.plots.sheet import (
    INK,
    LINE,
    MUTED,
    NUMBERS_BELOW,
    PADDING,
    PAPER,
    WINDOW,
    Sheet,
    number,
    shown,
)


@dataclass
class Walk:
    """One image, one kernel, and everything that does not change while the window moves."""

    image: np.ndarray
    kernel: np.ndarray
    stride: object
    pad: object

    def __post_init__(self):
        self.image = read_array("image", self.image, 2)
        self.kernel = read_array("kernel", self.kernel, 2)
        self.strides = layers.stride_pair(self.stride)
        self.pads = layers.padding_pairs(
            self.pad, self.image.shape, self.kernel.shape, self.strides
        )
        batch = self.image[np.newaxis, :, :, np.newaxis]
        self.padded = layers.zero_pad2d(batch, self.pads)[0, :, :, 0]
        if any(k > n for k, n in zip(self.kernel.shape, self.padded.shape, strict=True)):
            raise ValueError(
                f"`kernel` is {shape_of(self.kernel)} but the image is {shape_of(self.image)}, "
                f"{shape_of(self.padded)} with its padding"
            )
        self.out = layers.correlate2d(self.image, self.kernel, self.strides, self.pads)
        self.is_padding = np.ones(self.padded.shape, dtype=bool)
        (top, _), (left, _) = self.pads
        height, width = self.image.shape
        self.is_padding[top : top + height, left : left + width] = False

    @property
    def setting(self):
        """Stride and padding in words."""
        (sh, sw), ((top, bottom), (left, right)) = self.strides, self.pads
        stride = f"stride {sh}" if sh == sw else f"stride {sh} down, {sw} across"
        if not any((top, bottom, left, right)):
            return f"{stride}, no padding"
        if top == bottom == left == right:
            return f"{stride}, padding {top}"
        return f"{stride}, padding {top} above, {bottom} below, {left} left, {right} right"

    def window(self, i, j):
        """Return the window over the padded image that gives the output (i, j)."""
        return (i * self.strides[0], j * self.strides[1], *self.kernel.shape)

    def patch(self, i, j):
        """Return what the window sees."""
        row, column, height, width = self.window(i, j)
        return self.padded[row : row + height, column : column + width]

    def where(self, i, j):
        """Say where the window lies, in rows and columns of the image without its padding."""
        row, column, height, width = self.window(i, j)
        (top, _), (left, _) = self.pads
        row, column = row - top, column - left
        return (
            f"rows {number(row)} to {number(row + height - 1)} and columns "
            f"{number(column)} to {number(column + width - 1)}"
        )

    def image_grid(self, i, j, label, products=True):
        """Return the image with the window at the output position (i, j)."""
        row, column, height, width = self.window(i, j)
        inside = np.zeros(self.padded.shape, dtype=bool)
        inside[row : row + height, column : column + width] = True
        few = self.image.size < NUMBERS_BELOW
        words = np.full(self.padded.shape, "", dtype=object)
        below = np.full(self.padded.shape, "", dtype=object)
        for place in np.ndindex(self.padded.shape):
            if few or inside[place]:
                words[place] = number(self.padded[place])
            if inside[place] and products:
                weight = self.kernel[place[0] - row, place[1] - column]
                below[place] = f"×{number(weight)}"
        look = {"words": words, "below": below, "padded": self.is_padding, "bold": inside}
        return Grid(self.padded, label, [self.window(i, j)], look=look, numbers=True)

    def kernel_grid(self, label):
        """Return the kernel: always in the diverging colors, as weights have a sign."""
        return Grid(self.kernel, label, signed=True)

    def output_grid(self, i, j, label):
        """Return the output, filled up to (i, j)."""
        order = np.arange(self.out.size).reshape(self.out.shape)
        look = {"empty": order > order[i, j], "bold": order == order[i, j]}
        few = self.out.size < NUMBERS_BELOW
        words = np.array(
            [
                [number(v) if few or (r, c) == (i, j) else "" for c, v in enumerate(row)]
                for r, row in enumerate(self.out)
            ],
            dtype=object,
        )
        return Grid(self.out, label, [(i, j, 1, 1)], look=look | {"words": words}, numbers=True)


@shown
def show_window(image, kernel, at=(0, 0), stride=1, pad=0, *, title=None, alt=None):
    """Show one place of the window: what it sees, times the kernel, makes one output number.

    Parameters
    ----------
    image : ndarray, shape (H, W)
    kernel : ndarray, shape (kH, kW)
    at : (int, int)
        Row and column in the output.
    stride, pad : as in `cnnbasics.layers.correlate2d`
    title : str, optional
        What to see; otherwise the output number.
    alt : str, optional
        Text alternative; otherwise everything that the figure says.

    Raises
    ------
    ValueError
        When the kernel does not fit or the output has no such place.
    """
    walk = Walk(image, kernel, stride, pad)
    i, j = read_place(at, walk.out.shape)
    total = walk.out[i, j]
    title = title or f"One place of the window makes one number: out[{i}, {j}] = {number(total)}"
    sheet = Sheet(title)
    padded = f", padded to {shape_of(walk.padded)}" if walk.is_padding.any() else ""
    draw_rows(
        sheet,
        [
            walk.image_grid(i, j, f"image {shape_of(walk.image)}{padded}"),
            "∗",
            walk.kernel_grid(f"kernel {shape_of(walk.kernel)}"),
            "→",
            walk.output_grid(i, j, f"output {shape_of(walk.out)}"),
        ],
    )
    sums = arithmetic(f"out[{i}, {j}]", walk.patch(i, j), walk.kernel, total)
    y = sheet.paragraph(
        sheet.left,
        sheet.bottom + 0.18,
        sums,
        size=12.5,
        mono=True,
        indent=" " * len(f"out[{i}, {j}]   "),
    )
    sheet.paragraph(
        sheet.left,
        y + 0.06,
        f"The window sees {walk.where(i, j)}; {walk.setting}.",
        size=12,
        color=MUTED,
    )
    return sheet.picture(
        alt,
        f"Image: {say(walk.image)}",
        f"Kernel: {say(walk.kernel)}; {walk.setting}",
        f"The window sees {walk.where(i, j)}",
        sums,
    )


def _stills(shape, steps):
    """Choose the places that tell most about a walk: corners, first moves, then the rest."""
    rows, columns = shape
    telling = [
        (0, 0),
        (rows - 1, columns - 1),
        (1, 0),
        (0, 1),
        (0, columns - 1),
        (1, 1),
        (1, columns - 1),
        (rows - 1, 0),
        *np.ndindex(rows, columns),
    ]
    chosen = []
    for place in telling:
        if place not in chosen and place[0] < rows and place[1] < columns:
            chosen.append(place)
    return sorted(chosen[:steps])


@shown
def show_walk(image, kernel, stride=1, pad=0, steps=6, *, title=None, alt=None):
    """Show the walk of the window over the image as a strip of stills.

    Parameters
    ----------
    image : ndarray, shape (H, W)
    kernel : ndarray, shape (kH, kW)
    stride, pad : as in `cnnbasics.layers.correlate2d`
    steps : int
        How many stills, from 1 to 12: the first moves, the ends of a row, the last place.
    title : str, optional
        What to see.
    alt : str, optional
        Text alternative; otherwise everything that the figure says.

    Raises
    ------
    ValueError
        When the kernel does not fit or `steps` is out of range.
    """
    walk = Walk(image, kernel, stride, pad)
    if not isinstance(steps, Integral) or not 1 <= steps <= 12:
        raise ValueError(f"`steps` is {steps!r} but a strip holds 1 to 12 stills")
    places = _stills(walk.out.shape, int(steps))
    down, across = walk.out.shape
    if title is None and walk.out.size == 1:
        title = "The window has one place: one output number"
    elif title is None:
        title = f"{across} places across and {down} down: {walk.out.size} output numbers"
    sheet = Sheet(title)
    between, gap = 0.42, 0.36
    units = walk.padded.shape[1] + walk.out.shape[1]
    for columns in (3, 2, 1):
        cell = (sheet.width - gap * (columns - 1)) / columns - between
        cell = min(cell / units, 0.44)
        if cell >= 0.26:
            break
    y = draw_row(sheet, [walk.kernel_grid("")], sheet.left, sheet.bottom, cell)
    beside = sheet.left + walk.kernel.shape[1] * cell + 0.2
    middle = y - walk.kernel.shape[0] * cell / 2
    sheet.text(beside, middle, f"the kernel, {shape_of(walk.kernel)}; {walk.setting}", 12.5)
    tall = max(walk.padded.shape[0], walk.out.shape[0]) * cell
    panel = (sheet.width - gap * (columns - 1)) / columns
    panel = min(panel, units * cell + between + 0.3)
    top = y + 0.18
    for k, (i, j) in enumerate(places):
        x = sheet.left + k % columns * (panel + gap)
        if k and k % columns == 0:
            top += tall + 0.52
        caption = f"out[{i}, {j}] = {number(walk.out[i, j])}"
        sheet.text(x, top + 0.12, caption, 12, bold=True)
        grids = walk.image_grid(i, j, "", products=False), walk.output_grid(i, j, "")
        wide = walk.padded.shape[1] * cell
        heights = [grid.array.shape[0] * cell for grid in grids]
        base = top + 0.3
        grids[0].draw(sheet, x, base + (tall - heights[0]) / 2, cell)
        sheet.text(x + wide + between / 2, base + tall / 2, "→", 15, MUTED, ha="center")
        grids[1].draw(sheet, x + wide + between, base + (tall - heights[1]) / 2, cell)
    said = "; ".join(
        f"at {walk.where(i, j)} it makes out[{i}, {j}] = {number(walk.out[i, j])}"
        for i, j in places
    )
    return sheet.picture(
        alt,
        f"Image: {say(walk.image)}",
        f"Kernel: {say(walk.kernel)}; {walk.setting}",
        f"{len(places)} stills of the window: {said}",
    )


@shown
def show_starts(n, k, stride=1, pad=0, *, title=None, alt=None):
    """Show, along one axis, every place where a window can stand, and what stays unread.

    Parameters
    ----------
    n : int
        Pixels along the axis, at most 40 with the padding.
    k : int
        Length of the window.
    stride : int
    pad : int or (int, int)
        Zeros on each side, or before and after.
    title : str, optional
        What to see; otherwise the count.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the window does not fit or the axis is too long to draw.
    """
    (before, after), _ = layers.padding_pairs((pad, pad) if np.ndim(pad) else pad)
    count = layers.conv_output_size(n + before + after, k, stride)
    total = n + before + after
    if total > 40:
        raise ValueError(f"the padded axis has {total} pixels but the figure holds 40")
    places = "1 place" if count == 1 else f"{count} places"
    title = title or f"A window of {k} has {places} on {n} pixels" + (
        f", with stride {stride}" if stride != 1 else ""
    ) + (f" and padding {before} + {after}" if before + after else "")
    sheet = Sheet(title)
    label = 1.35
    beyond = max(0, count * stride + k - total)  # cells the next window would need outside
    cell = min(0.46, (sheet.width - label) / (total + beyond))
    size = min(12.5, cell * 72 * 0.42)
    y = sheet.bottom
    read = np.zeros(total, dtype=bool)
    for place in range(count):
        read[place * stride : place * stride + k] = True
    left = sheet.left + label

    def strip(y, values):
        for p in range(total):
            outside = not before <= p < before + n
            look = {"facecolor": PADDING if outside else PAPER, "edgecolor": MUTED}
            look |= {"linestyle": (0, (2, 2))} if outside else {}
            look |= {"hatch": "////", "edgecolor": LINE} if not read[p] else {}
            sheet.rectangle(left + p * cell, y, cell, cell, linewidth=1, **look)
            sheet.text(
                left + (p + 0.5) * cell,
                y + cell / 2,
                values(p, outside),
                size,
                MUTED if outside or not read[p] else INK,
                ha="center",
                halo=None if read[p] else PAPER,
            )

    sheet.text(sheet.left, y + cell / 2, "pixel", 12.5)
    strip(y, lambda p, outside: "0" if outside else str(p - before))
    y += cell + 0.12
    step = min(0.34, cell * 0.8)
    kept = list(range(count)) if count <= 9 else [*range(6), None, count - 2, count - 1]
    for place in kept:
        if place is None:
            sheet.text(left, y + step * 0.4, "and so on", 12, MUTED)
            y += step
            continue
        start = place * stride
        sheet.text(sheet.left, y + step * 0.35, f"place {place}", 12.5)
        sheet.frame(left + start * cell + 0.03, y, k * cell - 0.06, step * 0.7, weight=3)
        y += step
    start = count * stride
    sheet.rectangle(
        left + start * cell + 0.03,
        y,
        k * cell - 0.06,
        step * 0.7,
        fill=False,
        edgecolor=MUTED,
        linestyle=(0, (3, 2)),
        linewidth=1.4,
    )
    sheet.text(sheet.left, y + step * 0.35, "no room", 12.5, MUTED)
    y += step
    padding = f" + {before} + {after}" if before + after else ""
    steps = (total - k) / stride
    sizes = f"{n}{padding} − {k}"
    division = f"({sizes}) / {stride}" if stride > 1 else sizes
    sentence = (
        f"After the first place there is room for {division} = {number(steps)} "
        + (f"steps, so {count - 1} whole" if steps % 1 else "more")
        + f": {places} in all."
    )
    unread = int((~read).sum())
    if unread:
        pixels = "pixel is" if unread == 1 else "pixels are"
        sentence += f" {unread} {pixels} never read."
    sheet.bottom = max(sheet.bottom, y)
    sheet.paragraph(sheet.left, sheet.bottom + 0.1, sentence)
    return sheet.picture(alt, sentence)


@shown
def show_receptive_field(stack, *, title=None, alt=None):
    """Show which input pixels one output number sees through a stack of layers, along one axis.

    Parameters
    ----------
    stack : list of (int, int)
        Window and stride of each layer, the first layer first.
    title : str, optional
        What to see; otherwise size and jump.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When a layer is not a pair of whole numbers, or more than 60 pixels are seen.
    """
    stack = [tuple(layer) for layer in stack]
    if not stack:
        raise ValueError("`stack` has 0 layers but the figure needs at least 1")
    reaches = [layers.receptive_field(stack[:depth]) for depth in range(len(stack) + 1)]
    size, jump = reaches[-1]
    if size + jump > 60:
        raise ValueError(f"`stack` sees {size} pixels with jump {jump} but the figure holds 60")
    pixels = "pixel" if size == 1 else "pixels"
    title = title or f"One output sees {size} input {pixels}; the next one starts {jump} further on"
    sheet = Sheet(title)
    name, note = 1.75, 1.5
    cell = min(0.4, (sheet.width - name - note) / (size + jump))
    left = sheet.left + name
    seen = [(0, 1)]  # first and last number of each level that the two outputs need
    for k, s in reversed(stack):
        low, high = seen[-1]
        seen.append((low * s, high * s + k - 1))
    seen = seen[::-1]
    mine = [(0, 0)]
    for k, s in reversed(stack):
        low, high = mine[-1]
        mine.append((low * s, high * s + k - 1))
    mine = mine[::-1]
    side = cell * 0.86
    step = cell + 0.42
    y = sheet.bottom + 0.05

    def middle(level, unit):
        reach, hop = reaches[level]
        return left + (unit * hop + reach / 2) * cell

    tops = [y + (len(stack) - level) * step for level in range(len(stack) + 1)]
    for level in range(len(stack), -1, -1):
        top = tops[level]
        words = "input" if level == 0 else "window {}, stride {}".format(*stack[level - 1])
        sheet.text(sheet.left, top + side / 2, words, 12.5)
        for unit in range(seen[level][0], seen[level][1] + 1):
            inside = mine[level][0] <= unit <= mine[level][1]
            center = middle(level, unit)
            if level:
                k, s = stack[level - 1]
                ends = middle(level - 1, unit * s), middle(level - 1, unit * s + k - 1)
                for end, way in zip(ends, (-1, 1), strict=True):
                    sheet.axes.plot(
                        [center + way * side / 2, end + way * side / 2],
                        [top + side, tops[level - 1]],
                        color=INK if inside else LINE,
                        linewidth=1.2 if inside else 1,
                        zorder=2 if inside else 1,
                    )
            sheet.rectangle(
                center - side / 2,
                top,
                side,
                side,
                linewidth=1.2,
                facecolor=WINDOW if inside else PAPER,
                zorder=3,
                edgecolor=INK if inside else MUTED,
            )
        reach, hop = reaches[level]
        if level:
            sheet.text(
                left + (size + jump) * cell + 0.15,
                top + side / 2,
                f"sees {reach}, jump {hop}",
                12,
                MUTED,
            )
    y = tops[0] + side + 0.12
    sheet.axes.plot(
        [left, left, left + size * cell, left + size * cell],
        [y, y + 0.07, y + 0.07, y],
        color=INK,
        linewidth=1.2,
    )
    sheet.text(left + size * cell / 2, y + 0.22, f"{size} {pixels}", 12.5, ha="center", bold=True)
    sheet.bottom = y + 0.32
    said = "; ".join(
        f"after window {k}, stride {s} it sees {reach} with jump {hop}"
        for (k, s), (reach, hop) in zip(stack, reaches[1:], strict=True)
    )
    return sheet.picture(alt, f"From the input up: {said}")
