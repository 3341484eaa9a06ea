"""Matrices as squares, with their numbers: alone, in a row, or compared."""

from dataclasses import dataclass, field

import numpy as np

from cnnbasics.plots.reading import read_array, read_labels, read_windows, say, shape_of
from cnnbasics.plots.sheet import (
    GRAYS,
    MUTED,
    NUMBERS_BELOW,
    SIGNED,
    Sheet,
    gray_limits,
    number,
    shown,
    text_width,
)


@dataclass
class Grid:
    """One matrix in a row of matrices, and how it looks."""

    array: np.ndarray
    label: str = ""
    windows: list = field(default_factory=list)
    signed: bool | None = None
    look: dict = field(default_factory=dict)
    limits: tuple | None = None
    numbers: bool | None = None
    scaled: bool = False

    def __post_init__(self):
        self.array = np.atleast_2d(self.array)
        finite = self.array[np.isfinite(self.array)]
        if self.signed is None:
            self.signed = bool((finite < 0).any())
        if self.numbers is None:
            self.numbers = self.array.size < NUMBERS_BELOW
        if self.numbers and "words" not in self.look:
            words = [[number(value) for value in row] for row in self.array]
            self.look = self.look | {"words": np.array(words, dtype=object)}

    def cell(self, largest):
        """Return the side of a square when it may be as large as `largest`."""
        plain = self.numbers or self.scaled
        return largest if plain else min(largest, 2.8 / max(self.array.shape))

    def extent(self, largest):
        """Return width and height in inches, label not counted."""
        cell = self.cell(largest)
        rows, columns = self.array.shape
        return columns * cell, rows * cell

    def draw(self, sheet, x, y, largest):
        """Draw with the top left corner at (x, y)."""
        cell = self.cell(largest)
        width, height = self.extent(largest)
        if self.array.size > 256:  # too many squares to see, and to draw quickly
            reach = np.abs(self.array).max() or 1
            limits = self.limits or ((-reach, reach) if self.signed else gray_limits(self.array))
            sheet.image(x, y, width, height, self.array, SIGNED if self.signed else GRAYS, limits)
        else:
            sheet.cells(x, y, cell, self.array, signed=self.signed, limits=self.limits, **self.look)
        for row, column, tall, wide in self.windows:
            weight = min(3.0, max(1.6, cell * 7))
            sheet.frame(x + column * cell, y + row * cell, wide * cell, tall * cell, weight)


LABEL = 12.5
LABEL_STEP = LABEL / 72 * 1.4


def part_width(part, cell):
    """Return the width of a matrix with its label, or of a sign, in inches."""
    if isinstance(part, str):
        return text_width(part, 17) + 0.36
    widest = max(text_width(line, LABEL) for line in part.label.split("\n"))
    return max(part.extent(cell)[0], widest)


def _fit(parts, width, largest=0.62, smallest=0.34):
    """Break `parts` into rows that fit `width`; return the rows and the side of a square."""
    space = 0.12
    for cell in np.arange(largest, smallest - 1e-9, -0.02):
        if sum(part_width(part, cell) + space for part in parts) - space <= width:
            return [parts], float(cell)
    rows, row, used = [], [], 0.0
    for part in parts:
        needs = part_width(part, smallest) + space
        if row and used + needs - space > width:
            signs = [row.pop()] if isinstance(row[-1], str) and len(row) > 1 else []
            rows.append(row)
            row, used = signs, sum(part_width(sign, smallest) + space for sign in signs)
        row.append(part)
        used += needs
    widest = max(part_width(part, smallest) for part in parts)
    return [*rows, row], smallest * min(1.0, width / widest)


def draw_row(sheet, parts, x, y, cell):
    """Draw matrices and the signs between them from (x, y); return where the row ends."""
    grids = [part for part in parts if isinstance(part, Grid)]
    tallest = max((grid.extent(cell)[1] for grid in grids), default=0.4)
    label = max((grid.label.count("\n") + 1 for grid in grids if grid.label), default=0)
    middle = y + label * LABEL_STEP + (0.06 if label else 0) + tallest / 2
    for part in parts:
        width = part_width(part, cell)
        if isinstance(part, str):
            sheet.text(x + width / 2, middle, part, 17, MUTED, ha="center")
        else:
            w, h = part.extent(cell)
            left, top = x + (width - w) / 2, middle - h / 2
            lines = part.label.split("\n") if part.label else []
            for k, line in enumerate(reversed(lines)):
                sheet.text(
                    x + width / 2, top - 0.05 - (k + 0.5) * LABEL_STEP, line, LABEL, ha="center"
                )
            part.draw(sheet, left, top, cell)
        x += width + 0.12
    return middle + tallest / 2


def draw_rows(sheet, parts, largest=0.62):
    """Draw matrices and signs from the end of the sheet down, in as many rows as they need."""
    rows, cell = _fit(parts, sheet.width, largest)
    for k, row in enumerate(rows):
        sheet.bottom = draw_row(sheet, row, sheet.left, sheet.bottom + (0.2 if k else 0), cell)
    return cell


@shown
def show_grid(array, *, title, label="", window=None, signed=None, note=None, alt=None):
    """Show a matrix as squares, with its numbers if there are fewer than 60.

    Parameters
    ----------
    array : ndarray, shape (H, W) or (W,)
    title : str
        What to see.
    label : str
        What stands above the matrix.
    window : window or list of windows, optional
        Framed.
    signed : bool, optional
        Whether to use the diverging colors; otherwise when a number is negative.
    note : str, optional
        A sentence under the figure.
    alt : str, optional
        Text alternative; otherwise made of title, label and numbers.

    Raises
    ------
    ValueError
        When the array is no matrix or the window leaves it.
    """
    return show_grids.picture(
        [array], [label], title=title, windows=[window], signed=[signed], note=note, alt=alt
    )


@shown
def show_grids(
    parts, labels=None, *, title, windows=None, signed=None, limits=None, note=None, alt=None
):
    """Show matrices in a row, with signs between them: image * kernel = output.

    Parameters
    ----------
    parts : list of ndarray (H, W) or (W,), and str
        Strings are drawn as they are, between the matrices.
    labels : list of str, optional
        One for each matrix.
    title : str
        What to see.
    windows : list, optional
        For each matrix a window, a list of windows or None.
    signed : list, optional
        For each matrix True, False or None: diverging colors, gray, or diverging if negative.
    limits : (float, float), optional
        The values at the ends of the colors, for all matrices; otherwise each has its own.
    note : str, optional
        A sentence under the figure.
    alt : str, optional
        Text alternative; otherwise made of title, labels and numbers.

    Raises
    ------
    ValueError
        When there is no matrix, or `labels`, `windows` or `signed` have another length.

    Examples
    --------
    >>> show_grids.picture([[[1, 2]], "+", [[1, 1]]], title="Add one").alt
    'Add one. matrix, 1 by 2: 1 2. matrix, 1 by 2: 1 1.'
    """
    arrays = [part for part in parts if not isinstance(part, str)]
    if not arrays:
        raise ValueError("`parts` has 0 matrices but a figure needs at least 1")
    count = len(arrays)
    labels = read_labels("labels", labels, count, "matrices")
    windows = [None] * count if windows is None else list(windows)
    signed = [None] * count if signed is None else list(signed)
    for name, given in (("windows", windows), ("signed", signed)):
        if len(given) != count:
            raise ValueError(f"`{name}` has {len(given)} entries but there are {count} matrices")
    grids = []
    for k, array in enumerate(arrays):
        array = np.atleast_2d(read_array(f"parts[{k}]", array, 1, 2))
        frames = read_windows(f"windows[{k}]", windows[k], array.shape)
        grids.append(Grid(array, labels[k], frames, signed[k], limits=limits))
    rest = iter(grids)
    row = [part if isinstance(part, str) else next(rest) for part in parts]
    sheet = Sheet(title)
    draw_rows(sheet, row)
    if note:
        sheet.paragraph(sheet.left, sheet.bottom + 0.14, note)
    said = []
    for grid in grids:
        name = grid.label.replace("\n", " ") or "matrix"
        shape = shape_of(grid.array)
        said.append(f"{name if shape in name else f'{name}, {shape}'}: {say(grid.array)}")
    return sheet.picture(alt, *said, note)


@shown
def show_difference(
    expected, yours, *, names=("expected", "yours"), title=None, image=None, window=None, alt=None
):
    """Show two results and their difference, with the first number that differs framed.

    Parameters
    ----------
    expected, yours : ndarray of any shape
        Of ``(N, H, W, C)`` the image and channel of the first difference are drawn; of other
        shapes the last two axes.
    names : (str, str)
        What stands above them.
    title : str, optional
        What to see; otherwise the first difference.
    image : ndarray, shape (H, W), optional
        The image it was made from, drawn first.
    window : window, optional
        Framed on `image`.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When one of them does not hold numbers.
    """
    expected = read_array("expected", expected, least=0)
    yours = read_array("yours", yours, least=0)
    parts = []
    if image is not None:
        image = read_array("image", image, 2)
        frames = read_windows("window", window, image.shape)
        parts = [Grid(image, f"image {shape_of(image)}", frames), " "]
    if expected.shape != yours.shape:
        sheet = Sheet(title or f"Expected the shape {expected.shape}, not {yours.shape}")
        for name, array in zip(names, (expected, yours), strict=True):
            if array.size:
                grid = np.atleast_2d(_slice(array, (0,) * array.ndim))
                parts += [Grid(grid, f"{name} {array.shape}"), " "]
            else:
                parts += [f"{name} {array.shape} holds nothing", " "]
        draw_rows(sheet, parts[:-1])
        return sheet.picture(alt)
    if not expected.size:
        raise ValueError(f"`expected` has shape {expected.shape} but a figure needs 1 number")
    expected, yours = expected.astype(float), yours.astype(float)
    wrong = ~np.isclose(yours, expected, rtol=1e-7, atol=1e-9, equal_nan=True)
    index = tuple(int(part) for part in np.argwhere(wrong)[0]) if wrong.any() else None
    if index is None:
        seen = "The two are equal"
    else:
        place = f"[{', '.join(map(str, index))}]" if index else "It"
        seen = f"First wrong number: {place} is {number(yours[index])}, "
        seen += f"not {number(expected[index])}"
    where = index or (0,) * expected.ndim
    first, second, bad = (np.atleast_2d(_slice(a, where)) for a in (expected, yours, wrong))
    frames = [(*_in_slice(where), 1, 1)] if wrong.any() else []
    values = np.concatenate([first.ravel(), second.ravel()])
    values = values[np.isfinite(values)]
    reach = float(np.abs(values).max(initial=0)) or 1.0
    signed = bool((values < 0).any())
    same = {"signed": signed, "limits": (-reach if signed else 0.0, reach)}
    with np.errstate(invalid="ignore"):  # infinity minus infinity is nan, and is drawn so
        difference = second - first
    parts += [
        Grid(first, names[0], frames, **same),
        " ",
        Grid(second, names[1], frames, **same),
        " ",
        Grid(difference, "difference", frames, signed=True, look={"bold": bad}),
    ]
    sheet = Sheet(title or seen)
    draw_rows(sheet, parts, largest=0.52)
    count = f"{int(wrong.sum())} of {wrong.size} numbers differ"
    return sheet.picture(alt, count, f"{names[0]}: {say(first)}", f"{names[1]}: {say(second)}")


def _slice(array, index):
    """Return the matrix of `array` that holds `index`: rows and columns of an image, if it can."""
    if array.ndim == 4:
        return array[index[0], :, :, index[3]]
    return array[index[:-2]] if array.ndim > 2 else array


def _in_slice(index):
    """Return where `index` lies in its `_slice`."""
    return index[1:3] if len(index) == 4 else (0, 0, *index)[-2:]
