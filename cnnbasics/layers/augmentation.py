"""Augmentation: images changed at random in ways that leave their labels right."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnbasics.layers.arguments import as_array

LABELS_KEPT = {
    ("handwritten digits", "shift by a pixel"): (True, "same"),
    ("handwritten digits", "flip left-right"): (False, "other"),
    ("handwritten digits", "rotate by 180 degrees"): (False, "other"),
    ("cats and dogs", "flip left-right"): (True, "same"),
    ("left or right hand", "flip left-right"): (False, "other"),
    ("arrows to the left or right", "flip left-right"): (False, "other"),
    ("ripe and unripe tomatoes", "change the hue"): (False, "lost"),
    ("ripe and unripe tomatoes", "rotate by 90 degrees"): (True, "same"),
    ("land use seen from above", "flip upside down"): (True, "same"),
    ("is there a small lesion", "crop a random quarter"): (False, "lost"),
}
"""For a task and a transform: whether the label stays right, and why."""


def random_flip(x: np.ndarray, rng: np.random.Generator, p: float) -> np.ndarray:
    """Mirror each image left-right with a probability of its own.

    Parameters
    ----------
    x : ndarray, (N, H, W, C)
    rng : numpy.random.Generator
    p : float, from 0 to 1

    Returns
    -------
    ndarray, (N, H, W, C)
        Of the dtype of `x`.
    """
    x = as_array("x", x, "N H W C")
    flips = rng.random(len(x)) < p
    return np.where(flips[:, None, None, None], x[:, :, ::-1], x)


def random_shift(x: np.ndarray, rng: np.random.Generator, max_px: int) -> np.ndarray:
    """Move each image up or down and left or right; zeros move in.

    Parameters
    ----------
    x : ndarray, (N, H, W, C)
    rng : numpy.random.Generator
    max_px : int
        The most pixels along each axis; all whole numbers from ``-max_px`` to it are as likely.

    Returns
    -------
    ndarray, (N, H, W, C)
        Of the dtype of `x`.
    """
    x = as_array("x", x, "N H W C")
    padded = np.pad(x, ((0, 0), (max_px, max_px), (max_px, max_px), (0, 0)))
    return _windows(padded, rng.integers(0, 2 * max_px + 1, (len(x), 2)), x.shape[1:3])


def random_crop(x: np.ndarray, rng: np.random.Generator, size: int | tuple[int, int]) -> np.ndarray:
    """Cut a window out of each image, anywhere in it.

    Parameters
    ----------
    x : ndarray, (N, H, W, C)
    rng : numpy.random.Generator
    size : int or (int, int)
        Height and width of the window.

    Returns
    -------
    ndarray, (N, h, w, C)
        Of the dtype of `x`.

    Raises
    ------
    ValueError
        When the window is larger than the images.
    """
    x = as_array("x", x, "N H W C")
    h, w = (int(n) for n in np.broadcast_to(size, 2))
    room = np.array(x.shape[1:3]) - (h, w)
    if (room < 0).any():
        raise ValueError(f"`size` is {(h, w)} but the images of `x` are {x.shape[1:3]}")
    return _windows(x, rng.integers(0, room + 1, (len(x), 2)), (h, w))


def _windows(x, corners, size):
    """Cut a window of one size out of each image, each from its own row and column."""
    h, w = size
    places = zip(x, corners, strict=True)
    cut = [image[r : r + h, c : c + w] for image, (r, c) in places]
    return np.stack(cut) if cut else np.empty((0, h, w, x.shape[3]), x.dtype)


def flip_boxes(boxes: np.ndarray, width: float) -> np.ndarray:
    """Move boxes with an image that is mirrored left-right.

    Parameters
    ----------
    boxes : ndarray, (K, 4)
        Each ``x1, y1, x2, y2`` in pixels, with ``x1 < x2``; continuous coordinates, so that the
        image reaches from 0 to `width`.
    width : float, pixels
        Of the image.

    Returns
    -------
    ndarray of float, (K, 4)

    Examples
    --------
    >>> flip_boxes(np.array([[1, 2, 4, 6]]), 10)
    array([[6., 2., 9., 6.]])
    """
    x1, y1, x2, y2 = np.moveaxis(np.asarray(boxes, dtype=np.float64), -1, 0)
    return np.stack([width - x2, y1, width - x1, y2], axis=-1)


def label_preserving(task: str, transform: str) -> tuple[bool, str]:
    """Say whether a transform leaves the labels of a task right, and why.

    Parameters
    ----------
    task, transform : str
        A key of `LABELS_KEPT`.

    Returns
    -------
    (bool, str)
        The word is "same", what is seen stays what it is; "other", it becomes another class, or
        none; "lost", what the label hangs on can be gone.

    Raises
    ------
    ValueError
        When they are not in the table.
    """
    if (task, transform) not in LABELS_KEPT:
        raise ValueError(f"{task!r} and {transform!r} are no row of the table")
    return LABELS_KEPT[task, transform]


def add_augmentation(model: Any) -> Any:
    """Put random flips and shifts in front of a model, which are there in training only.

    Parameters
    ----------
    model : keras.Model
        Takes images (H, W, C). It is part of the result, with its weights.

    Returns
    -------
    keras.Model
    """
    import keras

    image = keras.Input(model.input_shape[1:])
    x = keras.layers.RandomFlip("horizontal")(image)
    x = keras.layers.RandomTranslation(0.2, 0.2, fill_mode="constant")(x)
    return keras.Model(image, model(x))
