"""Pooling: the window that keeps one number, its steps, its winners; and what a shift changes."""

from dataclasses import dataclass, field

import numpy as np

from cnnbasics import layers
from cnnbasics.plots.matrices import LABEL, LABEL_STEP, Grid, draw_rows
from cnnbasics.plots.reading import read_array, read_place, say, shape_of, write_sum
from cnnbasics.plots.sheet import (
    DASHES,
    GRAYS,
    INK,
    LINE,
    MUTED,
    NUMBERS_BELOW,
    PADDING,
    SERIES,
    WINDOW,
    Sheet,
    ink_on,
    is_exact,
    number,
    shown,
    text_width,
    wrap,
)

KINDS = {"max": layers.max_pool2d, "average": layers.avg_pool2d}
"""The two ways to make one number of a window."""


@dataclass
class _Marked(Grid):
    """A matrix in which some cells are filled with the color of the window."""

    marked: list = field(default_factory=list)

    def draw(self, sheet, x, y, largest):
        """Draw with the top left corner at (x, y)."""
        frames, self.windows = self.windows, []
        super().draw(sheet, x, y, largest)
        cell = self.cell(largest)
        for row, column in self.marked:
            left, top = x + column * cell, y + row * cell
            sheet.rectangle(left, top, cell, cell, facecolor=WINDOW, edgecolor=INK, linewidth=1)
            words = self.look.get("words")
            if words is not None and words[row, column]:
                size = min(16.0, cell * 72 * 0.36, 84 * cell / text_width(words[row, column], 1))
                middle = left + cell / 2, top + cell / 2
                sheet.text(
                    *middle, words[row, column], size, ink_on(WINDOW), ha="center", bold=True
                )
        self.windows = frames
        for row, column, tall, wide in frames:
            weight = min(3.0, max(1.6, cell * 7))
            sheet.frame(x + column * cell, y + row * cell, wide * cell, tall * cell, weight)


@dataclass
class Pooling:
    """One map, one window, and everything that does not change while the window moves."""

    image: np.ndarray
    size: object
    stride: object = None
    kind: str = "max"

    def __post_init__(self):
        self.image = read_array("image", self.image, 2)
        if self.kind not in KINDS:
            raise ValueError(f"`kind` is {self.kind!r} but must be one of {', '.join(KINDS)}")
        self.sides = layers.stride_pair(self.size, "size")
        self.steps = self.sides if self.stride is None else layers.stride_pair(self.stride)
        if any(k > n for k, n in zip(self.sides, self.image.shape, strict=True)):
            raise ValueError(
                f"`size` is {self.sides[0]}×{self.sides[1]} but the image is {shape_of(self.image)}"
            )
        batch = self.image[np.newaxis, :, :, np.newaxis]
        self.out = KINDS[self.kind](batch, self.sides, self.steps)[0, :, :, 0]
        # One scale for the map and the output: what is kept keeps its color.
        self.signed = bool((self.image < 0).any())
        reach = float(np.abs(self.image).max()) or 1.0
        self.limits = (-reach if self.signed else 0.0, reach)
        self.reads = np.zeros(self.image.shape, dtype=int)
        for i, j in np.ndindex(self.out.shape):
            row, column, height, width = self.window(i, j)
            self.reads[row : row + height, column : column + width] += 1

    @property
    def setting(self):
        """Window and stride in words."""
        (ph, pw), (sh, sw) = self.sides, self.steps
        stride = f"stride {sh}" if sh == sw else f"stride {sh} down, {sw} across"
        return f"a window of {ph}×{pw}, {stride}"

    def window(self, i, j):
        """Return the window over the image that gives the output (i, j)."""
        return (i * self.steps[0], j * self.steps[1], *self.sides)

    def patch(self, i, j):
        """Return what the window sees."""
        row, column, height, width = self.window(i, j)
        return self.image[row : row + height, column : column + width]

    def winner(self, i, j):
        """Return row and column of the first largest number under the window."""
        row, column, _, width = self.window(i, j)
        down, across = divmod(int(self.patch(i, j).argmax()), width)
        return row + down, column + across

    def sentence(self, i, j):
        """Write how the output (i, j) comes about."""
        patch, name = self.patch(i, j), f"out[{i}, {j}]"
        total = number(self.out[i, j])
        if self.kind == "max":
            row, column = self.winner(i, j)
            words = ", ".join(number(value) for value in patch.flat)
            listed = f"the largest of {words}" if patch.size <= 30 else "the largest"
            return f"{name} = {listed} = {total}, from row {row}, column {column}"
        equals = "=" if all(map(is_exact, (*patch.flat, self.out[i, j]))) else "≈"
        words = f"({write_sum(patch.flat)})" if patch.size <= 30 else "the sum"
        return f"{name} {equals} {words} / {patch.size} {equals} {total}"

    def unread(self):
        """Say how many pixels no window looks at."""
        count = int((self.reads == 0).sum())
        return f"{count} of {self.reads.size} pixels are never looked at" if count else ""

    def image_grid(self, windows, label, marked=(), bold=None):
        """Return the image with its unread pixels pale and some windows framed."""
        few = self.image.size < NUMBERS_BELOW
        inside = np.zeros(self.image.shape, dtype=bool)
        for row, column, height, width in windows:
            inside[row : row + height, column : column + width] = True
        words = np.full(self.image.shape, "", dtype=object)
        for place in np.ndindex(self.image.shape):
            if few or inside[place]:
                words[place] = number(self.image[place])
        look = {"words": words, "padded": self.reads == 0}
        look |= {} if bold is None else {"bold": bold}
        return _Marked(
            self.image, label, windows, self.signed, look, self.limits, True, marked=list(marked)
        )

    def output_grid(self, label, upto=None):
        """Return the output; filled up to (i, j) if that is given."""
        few = self.out.size < NUMBERS_BELOW
        if upto is None:
            return Grid(self.out, label, signed=self.signed, limits=self.limits, numbers=few)
        order = np.arange(self.out.size).reshape(self.out.shape)
        here = order == order[upto]
        words = np.full(self.out.shape, "", dtype=object)
        for place in np.ndindex(self.out.shape):
            if few or here[place]:
                words[place] = number(self.out[place])
        look = {"empty": order > order[upto], "bold": here, "words": words}
        return Grid(self.out, label, [(*upto, 1, 1)], self.signed, look, self.limits, True)


@shown
def show_pool(image, size, stride=None, at=(0, 0), kind="max", *, title=None, alt=None):
    """Show one place of a pooling window: of all it sees, it keeps one number.

    Parameters
    ----------
    image : ndarray, shape (H, W)
    size : int or (int, int)
        Height and width of the window.
    stride : int or (int, int), optional
        As in `cnnbasics.layers.max_pool2d`: as long as the window if not given.
    at : (int, int)
        Row and column in the output.
    kind : str
        ``"max"`` or ``"average"``.
    title : str, optional
        What to see; otherwise the output number.
    alt : str, optional
        Text alternative; otherwise everything that the figure says.

    Raises
    ------
    ValueError
        When the window does not fit or the output has no such place.
    """
    pooling = Pooling(image, size, stride, kind)
    i, j = read_place(at, pooling.out.shape)
    total = number(pooling.out[i, j])
    verb = "The largest" if kind == "max" else "The mean"
    title = title or f"{verb} of {pooling.patch(i, j).size} numbers is kept: {total}"
    sheet = Sheet(title)
    window = pooling.window(i, j)
    row, column, height, width = window
    bold = np.zeros(pooling.image.shape, dtype=bool)
    bold[row : row + height, column : column + width] = kind == "average"
    winners = [pooling.winner(i, j)] if kind == "max" else []
    draw_rows(
        sheet,
        [
            pooling.image_grid([window], f"map {shape_of(pooling.image)}", winners, bold),
            "→",
            pooling.output_grid(f"output {shape_of(pooling.out)}", (i, j)),
        ],
    )
    sentence = pooling.sentence(i, j)
    y = sheet.paragraph(sheet.left, sheet.bottom + 0.18, sentence, size=12.5, mono=True)
    where = (
        f"The window sees rows {row} to {row + height - 1} and columns {column} to "
        f"{column + width - 1}; {pooling.setting}"
    )
    note = ". ".join(part for part in (where, pooling.unread()) if part) + "."
    sheet.paragraph(sheet.left, y + 0.06, note, size=12, color=MUTED)
    return sheet.picture(alt, f"Map: {say(pooling.image)}", note, sentence)


@shown
def show_strides(image, size, strides, kind="max", *, title=None, alt=None):
    """Show the steps of a pooling window: its first two places, and the output, for each stride.

    Pixels that no window looks at are pale.

    Parameters
    ----------
    image : ndarray, shape (H, W)
        At most 12 rows and columns.
    size : int or (int, int)
        Height and width of the window.
    strides : list of (int or (int, int))
    kind : str
        ``"max"`` or ``"average"``.
    title : str, optional
        What to see.
    alt : str, optional
        Text alternative; otherwise everything that the figure says.

    Raises
    ------
    ValueError
        When there is no stride, the image is too large or the window does not fit.
    """
    strides = list(strides)
    if not strides:
        raise ValueError("`strides` has 0 entries but a figure needs at least 1 stride")
    rows = [Pooling(image, size, stride, kind) for stride in strides]
    if max(rows[0].image.shape) > 12:
        raise ValueError(f"`image` is {shape_of(rows[0].image)} but the figure shows at most 12×12")
    if title is None and len(rows) == 1:
        title = _coverage(rows[0]).capitalize()
    sheet = Sheet(
        title or "A step as long as the window tiles; a shorter one overlaps; a longer one skips"
    )
    gap, arrow = 0.45, 0.42
    wide, tall = rows[0].image.shape[1], rows[0].image.shape[0]
    columns = next(n for n in (3, 2, 1) if n == 1 or (sheet.width / n - gap) / wide > 0.3)
    columns = min(columns, len(rows))
    panel = (sheet.width - gap * (columns - 1)) / columns
    cell = min(0.42, panel / wide)
    said = []
    for start in range(0, len(rows), columns):
        group = rows[start : start + columns]
        captions = [_coverage(row) for row in group]
        lines = [wrap(words, LABEL, panel, bold=True) for words in captions]
        top = sheet.bottom + (0.25 if start else 0)
        under = top + max(map(len, lines)) * LABEL_STEP + 0.08
        for k, (row, caption) in enumerate(zip(group, lines, strict=True)):
            x = sheet.left + k * (panel + gap)
            for n, line in enumerate(caption):
                sheet.text(x, top + (n + 0.5) * LABEL_STEP, line, LABEL, bold=True)
            places = [(0, 0), (0, 1) if row.out.shape[1] > 1 else (1, 0)]
            places = [(i, j) for i, j in places if i < row.out.shape[0]]
            winners = {row.winner(*place) for place in places} if kind == "max" else ()
            windows = [row.window(*place) for place in places]
            row.image_grid(windows, "", winners).draw(sheet, x, under, cell)
            middle = x + row.out.shape[1] * cell / 2
            sheet.text(middle, under + tall * cell + arrow / 2, "↓", 17, MUTED, ha="center")
            row.output_grid("").draw(sheet, x, under + tall * cell + arrow, cell)
        said += [
            f"{words}; output {say(row.out)}" for words, row in zip(captions, group, strict=True)
        ]
    return sheet.picture(alt, f"Map: {say(rows[0].image)}", *said)


def _coverage(row):
    """Say in one line what a stride does to the window's walk."""
    (ph, pw), (sh, sw) = row.sides, row.steps
    stride = f"stride {sh}" if sh == sw else f"stride ({sh}, {sw})"
    if (sh, sw) == (ph, pw):
        walk = "the windows tile the map"
    elif sh <= ph and sw <= pw:
        walk = f"they overlap, a pixel is looked at up to {row.reads.max()} times"
    elif sh >= ph and sw >= pw:
        walk = "they leave gaps"
    else:
        walk = "they overlap one way and leave gaps the other way"
    unread = row.unread()
    return f"{stride}: {walk}" + (f"; {unread}" if unread else "")


@shown
def show_reads(shape, size, stride=None, *, title=None, alt=None):
    """Show how many windows look at each pixel.

    Parameters
    ----------
    shape : (int, int)
        Height and width of the map; fewer than 60 pixels.
    size : int or (int, int)
    stride : int or (int, int), optional
    title : str, optional
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the window does not fit or the map is too large to write the numbers in.
    """
    if np.prod(shape) >= NUMBERS_BELOW:
        raise ValueError(
            f"`shape` is {shape[0]}×{shape[1]} but only {NUMBERS_BELOW - 1} numbers can be written"
        )
    pooling = Pooling(np.zeros(shape), size, stride)
    reads = pooling.reads
    times = [str(n) for n in sorted(set(reads.flat))]
    listed = times[0] if len(times) == 1 else f"{', '.join(times[:-1])} or {times[-1]}"
    sheet = Sheet(title or f"Each pixel is looked at {listed} times")
    places = [(0, 0), (0, 1), (1, 0), (1, 1)]
    height, width = pooling.out.shape
    frames = [pooling.window(i, j) for i, j in places if i < height and j < width]
    label = f"How many windows look at each pixel: {pooling.setting}."
    y = sheet.paragraph(sheet.left, sheet.bottom, label, size=LABEL)
    Grid(reads, windows=frames, look={"padded": reads == 0}).draw(sheet, sheet.left, y + 0.1, 0.42)
    return sheet.picture(alt, label, say(reads))


@shown
def show_winners(image, size, stride=None, pool=layers.max_pool2d, *, title=None, alt=None):
    """Show which pixels of a map survive a max pooling, and what is left.

    Parameters
    ----------
    image : ndarray, shape (H, W)
        A part of a feature map, at most 48 rows and columns.
    size : int or (int, int)
    stride : int or (int, int), optional
    pool : callable
        Called as ``pool(x, size, stride)`` with x of shape (1, H, W, 1). Usually the student's own
        function. A winner is the first pixel of a window that equals what it gives.
    title : str, optional
        What to see; otherwise the count.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the image is too large, or `pool` gives another shape.
    """
    pooling = Pooling(image, size, stride)
    if max(pooling.image.shape) > 48:
        raise ValueError(f"`image` is {shape_of(pooling.image)} but the figure shows at most 48×48")
    out = pool(pooling.image[np.newaxis, :, :, np.newaxis], size, stride)
    if np.shape(out) != (1, *pooling.out.shape, 1):
        raise ValueError(
            f"`pool` gave shape {np.shape(out)} but must give {(1, *pooling.out.shape, 1)}"
        )
    out = np.asarray(out, dtype=float)[0, :, :, 0]
    winners = set()
    for i, j in np.ndindex(out.shape):
        equal = np.argwhere(np.isclose(pooling.patch(i, j), out[i, j]))
        if len(equal):
            row, column, _, _ = pooling.window(i, j)
            winners.add((row + int(equal[0][0]), column + int(equal[0][1])))
    total = pooling.image.size
    sheet = Sheet(title or f"{len(winners)} of {total} pixels win; the others leave no trace")
    between = 0.6
    wide = min((sheet.width - between) / 2, 4.2 * pooling.image.shape[1] / pooling.image.shape[0])
    pixel = wide / pooling.image.shape[1]
    limits = (min(0.0, float(pooling.image.min())), float(pooling.image.max()) or 1.0)
    top = sheet.bottom + LABEL_STEP + 0.05
    right = sheet.left + wide + between
    for x, name, array in ((sheet.left, "map", pooling.image), (right, "output", out)):
        sheet.text(x, top - 0.05 - LABEL_STEP / 2, f"{name} {shape_of(array)}", LABEL)
    down, across = (step * pixel for step in pooling.steps)
    sheet.image(sheet.left, top, wide, len(pooling.image) * pixel, pooling.image, GRAYS, limits)
    sheet.image(right, top, out.shape[1] * across, out.shape[0] * down, out, GRAYS, limits)
    for i, j in np.ndindex(out.shape):
        row, column, height, width = (side * pixel for side in pooling.window(i, j))
        look = {"fill": False, "edgecolor": MUTED, "linewidth": 0.8}
        sheet.rectangle(sheet.left + column, top + row, width, height, **look)
    for row, column in sorted(winners):
        sheet.frame(sheet.left + column * pixel, top + row * pixel, pixel, pixel, weight=1.8)
    return sheet.picture(
        alt,
        f"A map of {shape_of(pooling.image)} pixels under {pooling.setting}, the winner of each "
        f"window framed, and the output of {shape_of(out)}",
    )


@shown
def show_effects(effects, *, title, ylabel="largest change", alt=None):
    """Show how much functions change as an image moves, column by column.

    Parameters
    ----------
    effects : dict of str to list of float
        For each function, by name, its change at a shift of 0, 1, 2 ... columns; at most 4.
    title : str
        What to see.
    ylabel : str
        What is measured.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no curves, too many, or they differ in length.
    """
    curves = {str(name): read_array(f"effects[{name!r}]", e, 1) for name, e in effects.items()}
    if not 1 <= len(curves) <= len(SERIES):
        raise ValueError(f"`effects` has {len(curves)} entries but the figure holds 1 to 4")
    lengths = sorted({len(curve) for curve in curves.values()})
    if len(lengths) > 1:
        raise ValueError(
            f"`effects` has curves of {lengths[0]} and {lengths[-1]} numbers: one length is needed"
        )
    sheet = Sheet(title)
    y = sheet.bottom
    for k, name in enumerate(curves):
        middle = y + LABEL_STEP / 2
        look = {"color": SERIES[k], "weight": 2.4, "dashes": DASHES[k]}
        sheet.line([(sheet.left, middle), (sheet.left + 0.55, middle)], **look)
        sheet.text(sheet.left + 0.65, middle, name, LABEL)
        y += LABEL_STEP
    top, tall, left = y + 0.12, 2.6, sheet.left + 0.75
    axes = sheet.plot(left, top, sheet.left + sheet.width - left, tall)
    sheet.bottom = top + tall + 0.5
    for k, curve in enumerate(curves.values()):
        marks = {"marker": "os^D"[k], "markersize": 6}
        axes.plot(curve, color=SERIES[k], linestyle=DASHES[k], linewidth=2, clip_on=False, **marks)
    axes.set_xlabel("columns that the image has moved", fontsize=12.5)
    axes.set_ylabel(ylabel, fontsize=12.5)
    axes.set_xlim(0, lengths[0] - 1)
    top = max(curve.max() for curve in curves.values()) or 1.0
    axes.set_ylim(-0.04 * top, 1.08 * top)
    axes.set_xticks(range(lengths[0]))
    axes.grid(axis="y", color=PADDING, linewidth=1)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_axisbelow(True)
    said = [f"{name}: {' '.join(map(number, curve))}" for name, curve in curves.items()]
    return sheet.picture(alt, f"{ylabel} for each shift, from 0 columns on", *said)
