"""Images as arrays."""

import numpy as np

from cnnbasics.layers.arguments import as_array


def image_facts(img):
    """Describe one image.

    Parameters
    ----------
    img : ndarray, shape (H, W) or (H, W, C)
        A gray image has 1 channel, with or without an axis for it.

    Returns
    -------
    dict
        ``height``, ``width``, ``channels``, ``dtype``, ``min`` and ``max``.

    Raises
    ------
    ValueError
        When `img` has another number of axes.

    Examples
    --------
    >>> facts = image_facts(np.array([[0, 128, 255]], dtype=np.uint8))
    >>> facts["height"], facts["width"], facts["channels"], facts["max"]
    (1, 3, 1, 255)
    """
    img = as_array("img", img, "H W", "H W C")
    height, width, *channels = img.shape
    return {
        "height": height,
        "width": width,
        "channels": channels[0] if channels else 1,
        "dtype": img.dtype,
        "min": img.min().item(),
        "max": img.max().item(),
    }


def nchw_to_nhwc(x):
    """Move the channels from the second axis to the last.

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W)

    Returns
    -------
    ndarray, shape (N, H, W, C)
        A view.

    Raises
    ------
    ValueError
        When `x` has another number of axes.

    Examples
    --------
    >>> nchw_to_nhwc(np.zeros((2, 3, 4, 5))).shape
    (2, 4, 5, 3)
    """
    return as_array("x", x, "N C H W").transpose(0, 2, 3, 1)


def nhwc_to_nchw(x):
    """Move the channels from the last axis to the second.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)

    Returns
    -------
    ndarray, shape (N, C, H, W)
        A view.

    Raises
    ------
    ValueError
        When `x` has another number of axes.

    Examples
    --------
    >>> nhwc_to_nchw(np.zeros((2, 4, 5, 3))).shape
    (2, 3, 4, 5)
    """
    return as_array("x", x, "N H W C").transpose(0, 3, 1, 2)


def to_unit_range(img):
    """Scale the pixels of a uint8 image to the range from 0 to 1.

    Parameters
    ----------
    img : ndarray of uint8 (0 to 255) or of floats
        Any shape.

    Returns
    -------
    ndarray of floats
        Same shape. Floats come back as they were, in a copy, whatever their range.

    Raises
    ------
    ValueError
        When `img` holds some other type: its range is not known.

    Examples
    --------
    >>> to_unit_range(np.array([0, 51, 255], dtype=np.uint8))
    array([0. , 0.2, 1. ])
    """
    img = np.asarray(img)
    if img.dtype == np.uint8:
        return img / 255
    if img.dtype.kind == "f":
        return img.copy()
    raise ValueError(f"`img` holds {img.dtype} but must hold uint8 or floats")
