"""Photographs and feature maps: side by side, close up, filtered, along a row."""

from numbers import Integral

import numpy as np

from cnnbasics import layers
from cnnbasics.plots.matrices import LABEL, LABEL_STEP, Grid
from cnnbasics.plots.reading import (
    read_array,
    read_columns,
    read_labels,
    read_photo,
    read_windows,
    say,
    shape_of,
)
from cnnbasics.plots.sheet import (
    DASHES,
    GRAYS,
    MUTED,
    NUMBERS_BELOW,
    PADDING,
    SERIES,
    SIGNED,
    WINDOW,
    Sheet,
    gray_limits,
    is_signed,
    number,
    shown,
    text_width,
    wrap,
)

_GAP = 0.22


def as_color(image):
    """Return a color picture with values from 0 to 1."""
    if image.dtype == np.uint8:
        return image / 255
    return np.clip(image / (1.0 if np.nanmax(image) <= 1 else 255.0), 0, 1)


def shared_reach(images):
    """Return the end of the diverging scale: all but the outermost values of all images fit."""
    values = np.concatenate([np.abs(np.ravel(image)) for image in images])
    return float(np.nanpercentile(values, 99.5)) or float(np.nanmax(values)) or 1.0


def _scales(images, signed, limits=None):
    """Return color map and limits for each picture, shared by those of one kind."""
    below = [image for image, flag in zip(images, signed, strict=True) if flag]
    reach = shared_reach(below) if below else None
    kinds = [
        "color" if image.ndim == 3
        else "signed" if flag
        else "known" if image.dtype == np.uint8 or gray_limits(image)[1] <= 1
        else "free"
        for image, flag in zip(images, signed, strict=True)
    ]  # fmt: skip
    top = max((np.nanmax(i) for i, kind in zip(images, kinds, strict=True) if kind == "free"),
              default=0.0)  # fmt: skip
    # Beside a photograph of bytes, what was computed from one keeps its range.
    if top <= 256 and any(image.dtype == np.uint8 for image in images):
        top = 255.0
    scales = []
    for image, kind in zip(images, kinds, strict=True):
        if kind == "color":
            scales.append((None, (None, None)))
        elif kind == "signed":
            scales.append((SIGNED, (-reach, reach)))
        elif kind == "known":
            scales.append((GRAYS, limits or gray_limits(image)))
        else:
            scales.append((GRAYS, limits or (0.0, float(top))))
    return scales


def _height(lines):
    """Return the height that labels of so many lines need above a row of pictures."""
    return max(len(each) for each in lines) * LABEL_STEP + (0.05 if any(lines) else 0)


def _picture(sheet, x, y, width, image, scale, lines=()):
    """Draw a picture with its label above; return its height."""
    height = width * image.shape[0] / image.shape[1]
    for up, line in enumerate(reversed(lines)):
        sheet.text(x, y - 0.06 - (up + 0.5) * LABEL_STEP, line, LABEL)
    pixels = as_color(image) if image.ndim == 3 else image
    sheet.image(x, y, width, height, pixels, *scale)
    return height


@shown
def show_images(
    images,
    labels=None,
    *,
    title,
    columns=None,
    limits=None,
    signed=None,
    windows=None,
    same_scale=False,
    alt=None,
):
    """Show pictures side by side, all on one scale of values.

    Parameters
    ----------
    images : ndarray (H, W) or (H, W, C), or a list of them
        Gray or color.
    labels : list of str, optional
        What stands above each.
    title : str
        What to see.
    columns : int, optional
        Pictures in a row.
    limits : (float, float), optional
        The values of black and white. Without it: 0 and 255 for uint8, 0 and 1 for what lies
        between them, else 0 and the largest value of all such pictures.
    signed : bool or list of bool, optional
        Which gray pictures use the diverging colors, white at 0. Without it: those with more than
        a tenth of their weight below zero.
    windows : list, optional
        For each picture a window, a list of windows or None.
    same_scale : bool
        Whether a pixel is equally large in every picture, so that a smaller one looks smaller.
    alt : str, optional
        Text alternative; otherwise made of title, labels and shapes.

    Raises
    ------
    ValueError
        When an image is no picture, or the numbers of labels and images differ.
    """
    images = images if isinstance(images, list | tuple) else [images]
    images = [read_photo(f"images[{k}]", image) for k, image in enumerate(images)]
    if not images:
        raise ValueError("`images` has 0 entries but a figure needs at least 1 image")
    count = len(images)
    labels = read_labels("labels", labels, count, "images")
    windows = [None] * count if windows is None else windows
    if len(windows) != count:
        raise ValueError(f"`windows` has {len(windows)} entries but there are {count} images")
    if signed is None:
        signed = [image.ndim == 2 and is_signed(image) for image in images]
    else:
        signed = [bool(flag) for flag in np.broadcast_to(signed, count)]
    scales = _scales(images, signed, limits)

    columns = read_columns(count, columns)
    sheet = Sheet(title)
    widest = max(image.shape[1] for image in images)
    room = min((sheet.width - _GAP * (columns - 1)) / columns, 4.2, max(1.6, widest * 0.28))
    y = sheet.bottom
    for start in range(0, count, columns):
        row = range(start, min(start + columns, count))
        lines = [wrap(labels[k], LABEL, room) if labels[k] else [] for k in row]
        top = y + _height(lines)
        x = sheet.left
        for k, words in zip(row, lines, strict=True):
            image = images[k]
            width = room * image.shape[1] / widest if same_scale else room
            _picture(sheet, x, top, width, image, scales[k], words)
            pixel = width / image.shape[1]
            for r, c, h, w in read_windows(f"windows[{k}]", windows[k], image.shape):
                sheet.frame(x + c * pixel, top + r * pixel, w * pixel, h * pixel, weight=2.5)
            x += max([width, *(text_width(line, LABEL) for line in words)]) + _GAP
        y = sheet.bottom + 0.2
    named = [
        f"{label or 'picture'} ({shape_of(image)})"
        for label, image in zip(labels, images, strict=True)
    ]
    plural = "" if count == 1 else "s"
    return sheet.picture(alt, f"{count} picture{plural}: {', '.join(named)}")


@shown
def show_zoom(photo, window, *, title=None, labels=None, alt=None):
    """Show that a photograph is a table of numbers: a few of its pixels beside it.

    Parameters
    ----------
    photo : ndarray, shape (H, W) or (H, W, C)
    window : (int, int, int, int)
        Row, column, height and width of the pixels to write out; fewer than 60.
    title : str, optional
        What to see.
    labels : list of str, optional
        Names of the channels, red, green and blue if not given.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the window leaves the photograph or holds too many pixels.
    """
    photo = read_photo("photo", photo)
    ((row, column, height, width),) = read_windows("window", tuple(window), photo.shape)
    if height * width >= NUMBERS_BELOW:
        raise ValueError(
            f"`window` holds {height}×{width} pixels but only {NUMBERS_BELOW - 1} can be written"
        )
    patch = photo[row : row + height, column : column + width]
    depth = 1 if photo.ndim == 2 else photo.shape[2]
    names = ["red", "green", "blue", "alpha"][:depth] if depth > 1 else [""]
    names = names if labels is None else read_labels("labels", labels, depth, "channels")
    where = f"rows {row} to {row + height - 1}, columns {column} to {column + width - 1}"
    sheet = Sheet(title or f"A photograph is a table of numbers: here are {height}×{width} of them")
    (scale,) = _scales([photo], [False])
    channels = [patch] if depth == 1 else [patch[..., c] for c in range(depth)]
    top = sheet.bottom
    wide = min(4.0, 4.2 * photo.shape[1] / photo.shape[0])
    tall = wide * photo.shape[0] / photo.shape[1]
    pixel = wide / photo.shape[1]
    if depth == 1:  # the numbers stand on the right, and the lines fan out to them
        left = sheet.left + wide + 0.75
        cell = min(0.5, (sheet.left + sheet.width - left) / width, 4.4 / height)
        block = max(tall, height * cell)
        corner = (sheet.left, top + (block - tall) / 2)
        places = [(left, top + (block - height * cell) / 2)]
        start = corner[0] + (column + width) * pixel
        lines = [
            [(start, corner[1] + (row + down) * pixel), (left, places[0][1] + down * cell)]
            for down in (0, height)
        ]
    else:  # one grid for each channel, in a row under the photograph
        cell = min(0.5, (sheet.width - 0.4 * (depth - 1)) / (depth * width))
        corner = (sheet.left, top)
        y = top + tall + 0.75
        places = [(sheet.left + c * (width * cell + 0.4), y) for c in range(depth)]
        middle = corner[0] + (column + width / 2) * pixel
        turn, right = y - 0.4, places[-1][0] + width * cell
        lines = [
            [(middle, corner[1] + (row + height) * pixel), (middle, turn)],
            [(sheet.left, y - 0.3), (sheet.left, turn), (right, turn), (right, y - 0.3)],
        ]
    _picture(sheet, *corner, wide, photo, scale)
    for line in lines:
        sheet.line(line, WINDOW, 2)
    sheet.frame(
        corner[0] + column * pixel, corner[1] + row * pixel, width * pixel, height * pixel, 2.2
    )
    for (x, y), name, channel in zip(places, names, channels, strict=True):
        if name:
            sheet.text(x, y - 0.06 - LABEL_STEP / 2, name, LABEL)
        Grid(channel, signed=False, limits=gray_limits(photo)).draw(sheet, x, y, cell)
        sheet.frame(x, y, width * cell, height * cell)
    said = [f"{name} {say(channel)}" for name, channel in zip(names, channels, strict=True)]
    return sheet.picture(
        alt,
        f"A photograph of {shape_of(photo)} with a window on {where}",
        f"Its numbers, row by row: {'. '.join(said)}",
    )


@shown
def show_filters(photo, kernels, filter=layers.correlate2d, *, title=None, columns=None, alt=None):
    """Show a photograph and what kernels make of it, each kernel under its picture.

    Parameters
    ----------
    photo : ndarray, shape (H, W)
    kernels : dict of str to ndarray, shape (kH, kW)
        The name stands above the picture.
    filter : callable
        Called as ``filter(photo, kernel)``; gives a matrix. Usually the student's own function.
    title : str, optional
        What to see.
    columns : int, optional
        Pictures in a row.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the photograph has channels, there is no kernel, or `filter` gives no matrix.
    """
    photo = np.asarray(photo)
    if photo.ndim != 2:
        raise ValueError(
            f"`photo` has shape {photo.shape} but must be gray, (H, W); "
            "photo.mean(axis=-1) makes it so"
        )
    photo = read_photo("photo", photo)
    if not kernels:
        raise ValueError("`kernels` has 0 entries but there must be at least 1")
    kernels = {str(name): read_array(f"kernels[{name!r}]", k, 2) for name, k in kernels.items()}
    results = {}
    for name, kernel in kernels.items():
        result = filter(photo, kernel)
        if result is None or np.ndim(result) != 2:
            what = "None" if result is None else f"shape {np.shape(result)}"
            raise ValueError(f"`filter` gave {what} for {name!r} but must give a matrix (H, W)")
        results[name] = read_array(f"filter(photo, {name})", result, 2)
    tables = "one small table" if len(kernels) == 1 else f"{len(kernels)} small tables"
    sheet = Sheet(title or f"One photograph, seen through {tables} of numbers")
    images = [photo, *results.values()]
    signed = [False] + [is_signed(result) for result in results.values()]
    scales = _scales(images, signed, gray_limits(photo))
    note = "Blue is below zero, white is zero, red is above." if any(signed) else ""
    columns = read_columns(len(images), columns)
    room = min((sheet.width - _GAP * (columns - 1)) / columns, 4.2)
    entries = list(
        zip(["the photograph", *kernels], images, [None, *kernels.values()], scales, strict=True)
    )
    y = sheet.bottom
    for start in range(0, len(entries), columns):
        row = entries[start : start + columns]
        lines = [wrap(name, LABEL, room) for name, *_ in row]
        top = y + _height(lines)
        for place, (_, image, kernel, scale) in enumerate(row):
            x = sheet.left + place * (room + _GAP)
            under = top + _picture(sheet, x, top, room, image, scale, lines[place]) + 0.1
            if kernel is None:
                sheet.paragraph(x, under, note, color=MUTED, width=room)
            else:
                cell = min(0.4, room / max(kernel.shape))
                Grid(kernel, signed=True).draw(sheet, x, under, cell)
        y = sheet.bottom + 0.2
    said = "; ".join(f"{name}, kernel {say(kernel)}" for name, kernel in kernels.items())
    return sheet.picture(alt, f"A photograph of {shape_of(photo)} and: {said}", note)


@shown
def show_profile(images, row, labels=None, *, title, columns=None, alt=None):
    """Show the values along one row beside the pictures that they come from.

    Parameters
    ----------
    images : ndarray (H, W), or a list of up to 4
    row : int
        Which row.
    labels : list of str, optional
        One for each picture.
    title : str
        What to see.
    columns : (int, int), optional
        First column and the one after the last; all of them if not given.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When an image has no such row or column, or there are more than 4.
    """
    images = images if isinstance(images, list | tuple) else [images]
    images = [read_array(f"images[{k}]", image, 2) for k, image in enumerate(images)]
    if not 1 <= len(images) <= len(SERIES):
        raise ValueError(f"`images` has {len(images)} entries but the figure holds 1 to 4")
    labels = read_labels("labels", labels, len(images), "images")
    least = min(image.shape[0] for image in images)
    if not isinstance(row, Integral) or not 0 <= row < least:
        raise ValueError(f"`row` is {row!r} but the images have rows 0 to {least - 1}")
    widest = min(image.shape[1] for image in images)
    first, last = (0, widest) if columns is None else columns
    if not 0 <= first < last <= widest:
        raise ValueError(
            f"`columns` is ({first}, {last}) but the images have columns 0 to {widest}"
        )
    sheet = Sheet(title)
    top = y = sheet.bottom
    wide = 2.7 if len(images) < 3 else 1.9
    ends = (
        min(0.0, *(float(image.min()) for image in images)),
        max(gray_limits(image)[1] for image in images),
    )
    parts = []
    for k, image in enumerate(images):
        if labels[k]:
            middle = y + LABEL_STEP / 2
            sheet.line(
                [(sheet.left, middle), (sheet.left + 0.4, middle)], SERIES[k], 2.2, DASHES[k]
            )
            for line in wrap(labels[k], LABEL, wide - 0.48):
                sheet.text(sheet.left + 0.48, y + LABEL_STEP / 2, line, LABEL)
                y += LABEL_STEP
            y += 0.04
        tall = _picture(sheet, sheet.left, y, wide, image, (GRAYS, ends))
        pixel = wide / image.shape[1]
        stop = min(last, image.shape[1])
        parts.append(image[row, first:stop])
        sheet.frame(
            sheet.left + first * pixel, y + row * pixel, (stop - first) * pixel, pixel, weight=1.6
        )
        y += tall + 0.16
    x = sheet.left + wide + 0.85
    tall = max(y - 0.16 - top, 2.8) - 0.58
    axes = sheet.plot(x, top + 0.06, sheet.left + sheet.width - x, tall)
    sheet.bottom = max(sheet.bottom, top + tall + 0.58)
    for k, values in enumerate(parts):
        marks = {"marker": "o", "markersize": 4} if last - first <= 40 else {}
        look = {"color": SERIES[k], "linestyle": DASHES[k], "linewidth": 2}
        axes.plot(range(first, first + len(values)), values, **look, **marks)
    axes.set_xlabel("column", fontsize=12.5)
    axes.set_ylabel(f"value in row {row}", fontsize=12.5)
    margin = 0.04 * (ends[1] - ends[0])
    axes.set_ylim(ends[0] - margin, ends[1] + margin)
    axes.grid(axis="y", color=PADDING, linewidth=1)
    axes.set_axisbelow(True)
    axes.xaxis.get_major_locator().set_params(integer=True)
    said = [
        f"{label or 'picture'}: starts at {number(values[0])}, ends at {number(values[-1])}, lies "
        f"between {number(values.min())} and {number(values.max())}"
        for label, values in zip(labels, parts, strict=True)
    ]
    return sheet.picture(
        alt, f"Values along row {row}, columns {first} to {last - 1}", "; ".join(said)
    )
