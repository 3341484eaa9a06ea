"""What speaks for a class and what against it, laid over the picture."""

import numpy as np

from cnnbasics import layers
from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array, read_columns, read_labels, read_photo, shape_of
from cnnbasics.plots.sheet import GRAYS, MUTED, SIGNED, Sheet, gray_limits, number, shown, wrap

_GAP = 0.22


def over(picture, heat, reach, patch=1, stride=1):
    """Lay a map over a gray picture: red speaks for the class, blue against it.

    Parameters
    ----------
    picture : ndarray, shape (H, W)
    heat : ndarray, shape (rows, columns)
        A number for each place of the patch.
    reach : float
        Which number has the full color, above 0 or below.
    patch, stride : int or (int, int)
        Size and step of the patch that a number belongs to.

    Returns
    -------
    ndarray, shape (H, W, 3)
        Colors from 0 to 1.
    """
    low, high = _ends(picture)
    gray = np.clip((picture - low) / ((high - low) or 1), 0, 1)
    strength = np.zeros(picture.shape)
    starts = [
        np.arange(count) * step + (length - step) // 2
        for count, step, length in zip(
            heat.shape, layers.stride_pair(stride), layers.stride_pair(patch), strict=True
        )
    ]
    for axis_start, size in zip(starts, picture.shape, strict=True):
        np.clip(axis_start, 0, size, out=axis_start)
    down, right = layers.stride_pair(stride)
    for (i, top), (j, left) in (
        (one, other) for one in enumerate(starts[0]) for other in enumerate(starts[1])
    ):
        strength[top : top + down, left : left + right] = heat[i, j]
    strength = np.clip(strength / (reach or 1), -1, 1)
    colors = SIGNED(strength / 2 + 0.5)[..., :3]
    cover = 0.85 * np.abs(strength)[..., np.newaxis]
    return (1 - cover) * gray[..., np.newaxis] + cover * colors


def _ends(picture):
    """Return black and white of a picture; one that is standardized shows 2.5 deviations."""
    if picture.min() < 0:
        return -2.5, 2.5
    return gray_limits(picture)


@shown
def show_heat(
    pictures, maps, labels=None, *, title, patch=1, stride=1, each=False, windows=None, alt=None
):
    """Show pictures, and under each the same with a map laid over it.

    Parameters
    ----------
    pictures : list of ndarray, shape (H, W)
        Gray.
    maps : list of ndarray
        Of the picture's size; with `patch` and `stride`, a number for each place of the patch.
    labels : list of str, optional
        What stands above each.
    title : str
        What to see.
    patch, stride : int or (int, int)
        Of `occlusion_map`.
    each : bool
        Whether each map has its own scale; otherwise all share one.
    windows : list of (int, int, int, int) or None, optional
        For each picture a window that is framed in it.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When a picture is not gray, or the numbers of pictures and maps differ.
    """
    pictures = [read_array(f"pictures[{k}]", one, 2) for k, one in enumerate(pictures)]
    maps = [read_array(f"maps[{k}]", one, 2).astype(float) for k, one in enumerate(maps)]
    if len(pictures) != len(maps) or not maps:
        raise ValueError(f"`maps` has {len(maps)} entries but there are {len(pictures)} pictures")
    labels = read_labels("labels", labels, len(maps), "pictures")
    windows = [None] * len(maps) if windows is None else windows
    sheet = Sheet(title)
    columns = read_columns(len(maps), None)
    room = min((sheet.width - _GAP * (columns - 1)) / columns, 3.2)
    shared = max(float(np.abs(heat).max()) for heat in maps)
    y = sheet.bottom
    for start in range(0, len(maps), columns):
        row = range(start, min(start + columns, len(maps)))
        lines = [wrap(labels[k], LABEL, room) if labels[k] else [] for k in row]
        top = y + max(map(len, lines)) * LABEL_STEP + 0.06
        for place, k in enumerate(row):
            x = sheet.left + place * (room + _GAP)
            for up, line in enumerate(reversed(lines[place])):
                sheet.text(x, top - 0.06 - (up + 0.5) * LABEL_STEP, line, LABEL)
            height = room * pictures[k].shape[0] / pictures[k].shape[1]
            sheet.image(x, top, room, height, pictures[k], GRAYS, _ends(pictures[k]))
            reach = float(np.abs(maps[k]).max()) if each else shared
            under = top + height + 0.1
            laid = over(pictures[k], maps[k], reach, patch, stride)
            sheet.image(x, under, room, height, laid)
            if windows[k]:
                pixel = room / pictures[k].shape[1]
                r, c, h, w = windows[k]
                for upper in (top, under):
                    sheet.frame(x + c * pixel, upper + r * pixel, w * pixel, h * pixel, weight=2.0)
        y = sheet.bottom + 0.2
    against = any(heat.min() < 0 for heat in maps)
    words = f"Red speaks for the class{', blue against it' if against else ''}."
    sheet.paragraph(sheet.left, sheet.bottom + 0.06, words, color=MUTED)
    said = [
        f"{label or 'picture'}: from {number(heat.min())} to {number(heat.max())}, the largest at "
        f"row {np.unravel_index(heat.argmax(), heat.shape)[0]}, column "
        f"{np.unravel_index(heat.argmax(), heat.shape)[1]}"
        for label, heat in zip(labels, maps, strict=True)
    ]
    return sheet.picture(alt, words, *said)


@shown
def show_cover(picture, heat, at, patch, before, after, names, *, of, title, alt=None):
    """Show a picture with a patch on it, what the scores become, and the map so far known.

    Parameters
    ----------
    picture : ndarray, shape (H, W)
        Gray.
    heat : ndarray, shape (rows, columns)
        What `occlusion_map` gives with steps of one pixel.
    at : (int, int)
        Row and column of the patch.
    patch : int
    before, after : ndarray, shape (classes,)
        Scores without and with the patch.
    names : list of str
        Of the classes.
    of : str
        The class that `heat` belongs to.
    title : str
        What to see.
    alt : str, optional
        Text alternative.
    """
    picture = read_photo("picture", picture)
    (row, column), tall = at, 3.1 * picture.shape[0] / picture.shape[1]
    sheet = Sheet(title)
    top = sheet.bottom + LABEL_STEP + 0.06
    pixel = 3.1 / picture.shape[1]
    covered = picture.astype(float)
    covered[row : row + patch, column : column + patch] = picture.mean()
    laid = over(picture, heat, float(np.abs(heat).max()), patch)
    panels = (
        ("covered here", covered, (GRAYS, _ends(picture))),
        (f"where {of} loses", laid, ()),
    )
    for place, (words, pixels, look) in enumerate(panels):
        x = sheet.left + place * 3.4
        sheet.text(x, top - 0.06 - LABEL_STEP / 2, words, LABEL)
        sheet.image(x, top, 3.1, tall, pixels, *look)
        sheet.frame(x + column * pixel, top + row * pixel, patch * pixel, patch * pixel)
    x = sheet.left + 6.9
    said = []
    for k, (name, one, other) in enumerate(zip(names, before, after, strict=True)):
        words = f"{number(round(float(one), 1))} → {number(round(float(other), 1))}"
        sheet.text(x, top + 0.2 + k * 0.62, name, LABEL, bold=True)
        sheet.text(x, top + 0.2 + k * 0.62 + LABEL_STEP, words, LABEL)
        said.append(f"{name}: the score goes from {words.replace('→', 'to')}")
    where = f"A picture of {shape_of(picture)} with a patch at row {row}, column {column}"
    return sheet.picture(alt, where, *said)
