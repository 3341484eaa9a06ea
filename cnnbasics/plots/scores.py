"""What a network answers and how well: bars of probabilities, confusions."""

import numpy as np

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array, read_columns, read_labels, shape_of
from cnnbasics.plots.sheet import (
    GRAYS,
    INK,
    LINE,
    MUTED,
    SERIES,
    WINDOW,
    Sheet,
    number,
    shown,
    text_width,
    wrap,
)

_GAP = 0.5
_BAR = 0.29
_LARGEST_TABLE = 20


@shown
def show_bars(groups, names, *, title, columns=None, marked=(), alt=None):
    """Show numbers as bars, one for each class, and the same classes in panels side by side.

    Parameters
    ----------
    groups : dict of str to ndarray, shape (C,)
        What stands above each panel, and its numbers. Each panel has its own scale: from 0 to 1
        where all numbers lie between them.
    names : list of str
        One for each class.
    title : str
        What to see.
    columns : int, optional
        Panels in a row.
    marked : collection of int
        Classes whose bars stand out.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there is no panel, or one has another number of bars than there are names.
    """
    if not groups:
        raise ValueError("`groups` has 0 entries but a figure needs at least 1 panel")
    panels = {str(name): read_array(f"groups[{name!r}]", v, 1) for name, v in groups.items()}
    names = [str(name) for name in names]
    for name, values in panels.items():
        if len(values) != len(names):
            raise ValueError(f"{name!r} has {len(values)} bars but there are {len(names)} names")
    columns = read_columns(len(panels), columns)
    sheet = Sheet(title)
    room = (sheet.width - _GAP * (columns - 1)) / columns
    lead = max(text_width(name, LABEL) for name in names) + 0.12
    y = sheet.bottom
    entries = [*panels.items()]
    for start in range(0, len(entries), columns):
        row = entries[start : start + columns]
        lines = [wrap(name, LABEL, room, bold=True) for name, _ in row]
        under = y + max(map(len, lines)) * LABEL_STEP + 0.08
        for place, ((_, values), words) in enumerate(zip(row, lines, strict=True)):
            x = sheet.left + place * (room + _GAP)
            for k, line in enumerate(words):
                sheet.text(x, y + (k + 0.5) * LABEL_STEP, line, LABEL, bold=True)
            _bars(sheet, x, under, room, lead, names, values, set(marked))
        y = sheet.bottom = sheet.bottom + 0.25
    sheet.bottom -= 0.2
    said = [
        f"{name}: " + ", ".join(f"{n} {number(v)}" for n, v in zip(names, values, strict=True))
        for name, values in panels.items()
    ]
    return sheet.picture(alt, "Bars for each class", *said)


def _bars(sheet, x, y, room, lead, names, values, marked):
    """Draw one panel: names, bars that start at 0, and the numbers at their ends."""
    finite = np.nan_to_num(values.astype(float), posinf=0, neginf=0)
    low, high = min(0.0, finite.min()), max(0.0, finite.max())
    if low == 0 and high <= 1:
        high = 1.0
    words = ["≈ 0" if 0 < abs(value) < 0.0005 else number(value) for value in values]
    tail = max(text_width(word, 11) for word in words) + 0.1
    left = x + lead + (tail if low < 0 else 0)
    wide = room - lead - tail - (tail if low < 0 else 0)
    scale = wide / ((high - low) or 1.0)
    zero = left - low * scale
    for k, (name, value) in enumerate(zip(names, values, strict=True)):
        top = y + k * _BAR
        middle = top + _BAR / 2
        sheet.text(x + lead - 0.1, middle, name, LABEL, ha="right")
        length = finite[k] * scale
        look = {"facecolor": WINDOW if k in marked else SERIES[1], "edgecolor": INK}
        start = min(zero, zero + length)
        sheet.rectangle(start, top + 0.05, abs(length), _BAR - 0.1, linewidth=0.6, **look)
        end, side = (zero + length + 0.06, "left") if value >= 0 else (start - 0.06, "right")
        sheet.text(end, middle, words[k], 11, MUTED if np.isfinite(value) else INK, ha=side)
    sheet.line([(zero, y), (zero, y + len(names) * _BAR)], color=MUTED, weight=1)


@shown
def show_confusion(table, names=None, *, title, alt=None):
    """Show a confusion matrix: a row for each true class, a column for each predicted one.

    Parameters
    ----------
    table : ndarray of int, shape (k, k)
        Counts. The color is the share of the row, so that small classes show as well.
    names : list of str, optional
        Of the classes; otherwise their numbers.
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the table is not square, holds no counts, or is too large to be read.
    """
    table = read_array("table", table, 2)
    if table.shape[0] != table.shape[1] or len(table) > _LARGEST_TABLE:
        raise ValueError(
            f"`table` is {shape_of(table)} but must be square, {_LARGEST_TABLE} rows at most"
        )
    if (table < 0).any():
        raise ValueError(f"`table` holds {number(table.min())} but counts are 0 or more")
    k = len(table)
    names = read_labels("names", range(k) if names is None else names, k, "classes")
    sheet = Sheet(title)
    widest = max(text_width(name, LABEL) for name in names)
    lead = widest + 0.15
    cell = min(max(0.52, widest + 0.12), (sheet.width - lead - 1.2) / k)
    rows = np.maximum(table.sum(axis=1, keepdims=True), 1)
    shares = table / rows
    words = np.array([[number(v) if v else "" for v in row] for row in table], dtype=object)
    lead = max(lead, text_width("truth", LABEL) + 0.15)
    x, top = sheet.left + lead, sheet.bottom + 2 * LABEL_STEP + 0.05
    sheet.text(x - 0.12, top - 0.05 - LABEL_STEP / 2, "truth", LABEL, ha="right")
    sheet.text(x + k * cell / 2, sheet.bottom + LABEL_STEP / 2, "predicted", LABEL, ha="center")
    for c, name in enumerate(names):
        sheet.text(x + (c + 0.5) * cell, top - 0.05 - LABEL_STEP / 2, name, LABEL, ha="center")
        sheet.text(x - 0.12, top + (c + 0.5) * cell, name, LABEL, ha="right")
    # Dark is often: on white paper the empty cells stay white.
    colors = GRAYS.reversed()
    for place in np.ndindex(table.shape):
        share = 0.75 * shares[place]
        left, down = x + place[1] * cell, top + place[0] * cell
        sheet.rectangle(left, down, cell, cell, facecolor=colors(share), edgecolor=LINE)
        ink = "#ffffff" if share > 0.45 else INK
        sheet.text(left + cell / 2, down + cell / 2, words[place], 11.5, ink, ha="center")
        if place[0] != place[1] and shares[place] >= 0.05:
            sheet.frame(left + 0.03, down + 0.03, cell - 0.06, cell - 0.06, weight=1.8)
    sheet.rectangle(x, top, k * cell, k * cell, fill=False, edgecolor=MUTED, linewidth=1)
    right = int(np.trace(table))
    wrong = [
        f"{names[a]} taken for {names[b]}: {number(table[a, b])}"
        for a, b in np.argwhere((shares >= 0.05) & ~np.eye(k, dtype=bool))
    ]
    return sheet.picture(
        alt,
        f"A table of {k} true by {k} predicted classes: {right} of {number(table.sum())} on the "
        "diagonal",
        *(["Framed, 5 percent of a row or more: " + ", ".join(wrong)] if wrong else []),
    )
