"""Boxes on pictures: what is there, and what was found."""

import numpy as np

from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_columns, read_labels, read_photo
from cnnbasics.plots.sheet import GRAYS, INK, PAPER, SERIES, Sheet, gray_limits, number, shown, wrap

_GAP = 0.22


@shown
def show_boxes(
    pictures, boxes, labels=None, *, title, scores=None, truths=None, columns=None, alt=None
):
    """Show pictures with the boxes that were found in them, and those that are there.

    Parameters
    ----------
    pictures : list of ndarray, shape (H, W) or (H, W, 3)
    boxes : list of ndarray, shape (N, 4)
        x1, y1, x2, y2, for each picture; the first of each is drawn with a thicker line.
    labels : list of str, optional
        What stands above each.
    title : str
        What to see.
    scores : list of ndarray, shape (N,), optional
        Written on the boxes.
    truths : list of ndarray, shape (M, 4), optional
        Drawn dashed.
    columns : int, optional
        Pictures in a row.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the numbers of pictures and of entries of `boxes`, `scores` or `truths` differ.
    """
    pictures = [read_photo(f"pictures[{k}]", one) for k, one in enumerate(pictures)]
    for name, value in (("boxes", boxes), ("scores", scores), ("truths", truths)):
        if value is not None and len(value) != len(pictures):
            raise ValueError(
                f"`{name}` has {len(value)} entries but there are {len(pictures)} pictures"
            )
    labels = read_labels("labels", labels, len(pictures), "pictures")
    columns = read_columns(len(pictures), columns)
    sheet = Sheet(title)
    room = min((sheet.width - _GAP * (columns - 1)) / columns, 5.2)
    y = sheet.bottom
    said = []
    for start in range(0, len(pictures), columns):
        row = range(start, min(start + columns, len(pictures)))
        lines = [wrap(labels[k], LABEL, room) if labels[k] else [] for k in row]
        top = y + max(map(len, lines)) * LABEL_STEP + 0.06
        for place, k in enumerate(row):
            x = sheet.left + place * (room + _GAP)
            for up, line in enumerate(reversed(lines[place])):
                sheet.text(x, top - 0.06 - (up + 0.5) * LABEL_STEP, line, LABEL)
            picture = pictures[k]
            pixel = room / picture.shape[1]
            scale = (GRAYS, gray_limits(picture)) if picture.ndim == 2 else (None, (None, None))
            sheet.image(x, top, room, pixel * picture.shape[0], picture, *scale)
            own = [] if scores is None else scores[k]
            _boxes(sheet, x, top, pixel, boxes[k], own, picture.shape)
            there = np.empty((0, 4)) if truths is None else np.asarray(truths[k])
            for x1, y1, x2, y2 in there:
                corners = [(x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1)]
                points = [(x + a * pixel, top + b * pixel) for a, b in corners]
                sheet.line(points, PAPER, 3.4, zorder=6)
                sheet.line(points, SERIES[1], 2.0, (0, (3, 2)), zorder=7)
            found = "1 box" if len(boxes[k]) == 1 else f"{len(boxes[k])} boxes"
            if len(boxes[k]):
                x1, y1, x2, y2 = (number(round(float(each))) for each in boxes[k][0])
                found += f", the first from {x1}, {y1} to {x2}, {y2}"
            dashed = f"; {len(there)} that are there, dashed" if len(there) else ""
            said.append(f"{labels[k] or f'picture {k + 1}'}: {found}{dashed}")
        y = sheet.bottom + 0.2
    return sheet.picture(alt, "; ".join(said))


def _boxes(sheet, x, top, pixel, boxes, scores, shape):
    """Draw boxes, the first one last, so that it lies above the others."""
    for n in reversed(range(len(boxes))):
        (left, up), (right, down) = (
            np.clip(corner, 0, shape[1::-1]) for corner in np.reshape(boxes[n], (2, 2))
        )
        place = (x + left * pixel, top + up * pixel)
        sheet.frame(*place, (right - left) * pixel, (down - up) * pixel, 1.4 if n else 3.0)
        if len(scores):
            look = {"color": PAPER, "halo": INK, "bold": n == 0}
            sheet.text(place[0] + 0.05, place[1] + 0.12, number(scores[n]), 10.5, **look)
