"""Clips: film strips, two frames and what changed between them, a film that plays."""

import dataclasses
import io

import numpy as np
from PIL import Image

from cnnbasics import layers
from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array, read_labels, shape_of
from cnnbasics.plots.sheet import (
    GRAYS,
    INK,
    LINE,
    MUTED,
    PAPER,
    SIGNED,
    Sheet,
    shown,
    text_width,
)

_EDGE = 0.13
"""Height of the perforated edge of a film."""

_LARGEST = 1.4
_PANEL = 2.6
_SECONDS, _REST, _TIMES = 0.3, 0.7, 2
"""How long a frame and the last picture of a film are seen, and how often it plays: for less than
six seconds in all, so that nothing moves on a page for long."""


@shown
def show_film(clips, labels=None, *, title, seen=None, signed=False, alt=None):
    """Show clips as strips of film, time to the right.

    Parameters
    ----------
    clips : list of ndarray, shape (T, H, W) or (T, H, W, 1)
        All with as many frames.
    labels : list of str, optional
        What stands before each strip.
    title : str
        What to see.
    seen : collection of int, optional
        The frames that are shown; the others are covered. All, if not given.
    signed : bool
        Whether the numbers go below 0, as differences do: blue below, white at 0, red above.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When a clip is not gray, or the numbers of frames differ.
    """
    clips = [_gray_clip(f"clips[{k}]", clip) for k, clip in enumerate(clips)]
    if not clips:
        raise ValueError("`clips` has 0 entries but a figure needs at least 1 clip")
    count = len(clips[0])
    for k, clip in enumerate(clips):
        if len(clip) != count:
            raise ValueError(f"`clips[{k}]` has {len(clip)} frames but the first has {count}")
    labels = read_labels("labels", labels, len(clips), "clips")
    seen = set(range(count)) if seen is None else set(seen)
    sheet = Sheet(title)
    lead = max(text_width(words, LABEL) for words in labels) + (0.15 if any(labels) else 0)
    side = min((sheet.width - lead) / count, _LARGEST)
    ends = _ends(clips, signed)
    y = sheet.bottom
    for clip, words in zip(clips, labels, strict=True):
        height = side * clip.shape[1] / clip.shape[2]
        middle = y + _EDGE + height / 2
        sheet.text(sheet.left + lead - 0.15, middle, words, LABEL, ha="right")
        _strip(sheet, sheet.left + lead, y, clip, side, seen, ends, signed)
        y = sheet.bottom = y + height + 2 * _EDGE + 0.14
    x = sheet.left + lead
    sheet.arrow((x, y + 0.02), (x + count * side, y + 0.02), MUTED, 1.2)
    sheet.text(x, y + 0.2, "time", 11, MUTED)
    sheet.bottom = y + 0.32
    hidden = count - len(seen)
    strips = "One strip" if len(clips) == 1 else f"{len(clips)} strips"
    said = f"{strips} of film, time to the right: {count} frames of {shape_of(clips[0][0])} pixels"
    said += f", {hidden} of them covered" if hidden else ""
    named = ", ".join(words for words in labels if words)
    return sheet.picture(alt, said, named)


@shown
def show_motion(clip, frame=0, difference=layers.temporal_difference, *, title=None, alt=None):
    """Show two frames of a clip and what changed between them.

    Parameters
    ----------
    clip : ndarray, shape (T, H, W) or (T, H, W, 1)
    frame : int
        The earlier of the two.
    difference : callable
        Called with a clip (T, H, W, 1); gives (T - 1, H, W, 1). Usually the student's own function.
    title : str, optional
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the clip is not gray or has no such pair of frames.
    """
    clip = _gray_clip("clip", clip)
    if not 0 <= frame < len(clip) - 1:
        raise ValueError(f"`frame` is {frame} but the pairs begin with 0 to {len(clip) - 2}")
    changes = np.asarray(difference(clip[..., np.newaxis]))[..., 0]
    reach = float(np.abs(changes).max()) or 1.0
    ends = _ends([clip], False)
    sheet = Sheet(title or "What stands still is white: blue is what went, red is what came")
    wide = min(_PANEL, (sheet.width - 0.8) / 3)
    panels = (
        (f"frame {frame}", clip[frame], (GRAYS, ends)),
        (f"frame {frame + 1}", clip[frame + 1], (GRAYS, ends)),
        ("later minus earlier", changes[frame], (SIGNED, (-reach, reach))),
    )
    top = sheet.bottom + LABEL_STEP + 0.06
    for place, (words, pixels, look) in enumerate(panels):
        x = sheet.left + place * (wide + 0.25)
        sheet.text(x, top - 0.06 - LABEL_STEP / 2, words, LABEL)
        sheet.image(x, top, wide, wide * clip.shape[1] / clip.shape[2], pixels, *look)
    still = np.mean(np.abs(changes[frame]) < 0.1 * reach)
    return sheet.picture(
        alt,
        f"Frames {frame} and {frame + 1} of a clip, and their difference",
        f"{still:.0%} of the pixels hardly change",
    )


@shown
def play_clip(clip, *, title, alt=None):
    """Play a clip twice; what stays is its film strip, with the way that it took.

    Parameters
    ----------
    clip : ndarray, shape (T, H, W) or (T, H, W, 1)
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the clip is not gray.
    """
    clip = _gray_clip("clip", clip)
    still = _still(clip, None, title, alt)
    frames = [_still(clip, t, title, alt) for t in range(len(clip))]
    # A reader of pictures that knows no animation shows the first; the film ends with it, too.
    first, *film = (
        Image.open(io.BytesIO(each.data)).convert("RGB").quantize(64)
        for each in (still, *frames, still)
    )
    file = io.BytesIO()
    seconds = [_SECONDS] * len(frames) + [_REST]
    first.save(
        file,
        "png",
        save_all=True,
        default_image=True,
        append_images=film,
        duration=[round(1000 * each) for each in seconds],
        loop=_TIMES,
    )
    return dataclasses.replace(still, data=file.getvalue())


def _still(clip, now, title, alt):
    """Draw a clip's strip, one frame large and the way of all; `now` frames one of them."""
    sheet = Sheet(title)
    side = min((sheet.width - 0.4) / len(clip), _LARGEST)
    ends = _ends([clip], False)
    top = sheet.bottom
    _strip(sheet, sheet.left, top, clip, side, set(range(len(clip))), ends, False)
    height = side * clip.shape[1] / clip.shape[2]
    if now is not None:
        sheet.frame(sheet.left + now * side, top + _EDGE, side, height)
    top += height + 2 * _EDGE + 0.12 + LABEL_STEP
    tall = _PANEL * clip.shape[1] / clip.shape[2]
    ages = np.linspace(0.3, 1, len(clip)).reshape(-1, 1, 1)
    panels = (
        (f"frame {now or 0}", clip[now or 0]),
        ("all frames: the later, the brighter", (ages * np.clip(clip, *ends)).max(axis=0)),
    )
    for place, (words, pixels) in enumerate(panels):
        x = sheet.left + place * (_PANEL + 0.4)
        sheet.text(x, top - 0.06 - LABEL_STEP / 2, words, LABEL)
        sheet.image(x, top, _PANEL, tall, pixels, GRAYS, ends)
    return sheet.picture(
        alt, f"A film strip of {len(clip)} frames, one frame enlarged, and all laid over each other"
    )


def _strip(sheet, x, y, clip, side, seen, ends, signed):
    """Lay a strip of film with its perforated edges down."""
    height = side * clip.shape[1] / clip.shape[2]
    tall, wide = height + 2 * _EDGE, side * len(clip)
    sheet.rectangle(x, y, wide, tall, facecolor=INK, edgecolor=INK, zorder=-1)  # under its frames
    for middle in (y + _EDGE / 2, y + tall - _EDGE / 2):
        sheet.line([(x + 0.07, middle), (x + wide - 0.07, middle)], PAPER, 4.5, (0, (1.3, 2.2)))
    for t, pixels in enumerate(clip):
        left = x + t * side + 0.02
        if t in seen:
            look = (SIGNED, ends) if signed else (GRAYS, ends)
            sheet.image(left, y + _EDGE, side - 0.04, height, pixels, *look)
        else:
            sheet.rectangle(left, y + _EDGE, side - 0.04, height, facecolor=MUTED, edgecolor=LINE)
            sheet.text(left + side / 2, y + _EDGE + height / 2, "?", 16, PAPER, ha="center")


def _ends(clips, signed):
    """Return black and white for all clips; the outermost of the noise is cut off."""
    values = np.concatenate([np.ravel(clip) for clip in clips])
    if signed:
        reach = float(np.percentile(np.abs(values), 99.5)) or 1.0
        return -reach, reach
    return 0.0, float(np.percentile(values, 99.8)) or 1.0


def _gray_clip(name, clip):
    """Return a clip as an array (T, H, W)."""
    clip = read_array(name, clip, 3, 4)
    if clip.ndim == 4 and clip.shape[3] != 1:
        raise ValueError(f"`{name}` has {clip.shape[3]} channels but a film strip is gray, with 1")
    return (clip[..., 0] if clip.ndim == 4 else clip).astype(float)
