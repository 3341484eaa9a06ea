"""Read the arguments of a layer; what makes no sense raises `ValueError`."""

import operator

import numpy as np


def as_array(name, value, *forms):
    """Return `value` as an array of numbers that has one of the `forms`, if there are any.

    A form names the axes, such as ``"N H W C"``.
    """
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"`{name}` holds {array.dtype} but must hold floats or integers")
    if forms and array.ndim not in {len(form.split()) for form in forms}:
        wanted = " or ".join(f"({form.replace(' ', ', ')})" for form in forms)
        raise ValueError(f"`{name}` has shape {array.shape} but must be {wanted}")
    return array


def as_whole(name, value, least):
    """Return `value` as an int of at least `least`."""
    try:
        number = operator.index(value)
    except TypeError:
        number = None
    if number is None or number < least:
        raise ValueError(f"`{name}` is {value!r} but must be a whole number from {least} up")
    return number


def as_wholes(least, **values):
    """Return each of the named `values` as an int of at least `least`."""
    return [as_whole(name, value, least) for name, value in values.items()]


def as_nested(name, value, wanted, *shapes):
    """Return `value`, nested as one of the `shapes`, as an array of objects."""
    # Objects: ragged input reaches the check, and a message shows each number as it was given.
    values = np.array(value, dtype=object)
    if values.shape not in shapes:
        raise ValueError(f"`{name}` is {value!r} but must be {wanted}")
    return values


def stride_pair(stride, name="stride"):
    """Read a stride, or any other size in two directions, as a pair.

    Parameters
    ----------
    stride : int or (int, int)
        One number for both directions, or rows first.
    name : str
        What to call it in an error.

    Returns
    -------
    (int, int)

    Raises
    ------
    ValueError
        When it is neither of the two, or smaller than 1.

    Examples
    --------
    >>> stride_pair(2), stride_pair((1, 3))
    ((2, 2), (1, 3))
    """
    values = as_nested(name, stride, "an int or a pair of ints", (), (2,))
    rows, columns = np.broadcast_to(values, 2)
    return as_whole(name, rows, 1), as_whole(name, columns, 1)


def same_padding(n, k, stride):
    """Find the zeros that ``"same"`` adds along one axis, by TensorFlow's rule.

    Parameters
    ----------
    n : int
        Pixels along the axis.
    k : int
        Length of the window.
    stride : int

    Returns
    -------
    (int, int)
        Zeros before and after. The output is ``ceil(n / stride)`` long; an odd zero goes after.

    Raises
    ------
    ValueError
        When one of them is not a whole number from 1 up.

    References
    ----------
    The notes on padding in the documentation of ``tf.nn``.

    Examples
    --------
    >>> same_padding(5, 3, 1), same_padding(6, 3, 2)
    ((1, 1), (0, 1))
    """
    n, k, stride = as_wholes(1, n=n, k=k, stride=stride)
    out = -(-n // stride)
    total = max((out - 1) * stride + k - n, 0)
    return total // 2, total - total // 2


def padding_pairs(padding, size=None, kernel=None, stride=1):
    """Read any form of padding as ``((top, bottom), (left, right))``.

    Parameters
    ----------
    padding : int, (int, int), ((int, int), (int, int)), "valid" or "same"
        One number for all sides; rows and columns; each side on its own; or a rule by name.
    size, kernel : (int, int)
        Height and width of the image and of the kernel. Only ``"same"`` needs them.
    stride : int or (int, int)
        Only ``"same"`` needs it.

    Returns
    -------
    ((int, int), (int, int))

    Raises
    ------
    ValueError
        When it is none of these forms, or negative.

    Examples
    --------
    >>> padding_pairs((1, 2))
    ((1, 1), (2, 2))
    >>> padding_pairs("same", size=(5, 4), kernel=(3, 2))
    ((1, 1), (0, 1))
    """
    if isinstance(padding, str):
        if padding == "valid":
            return (0, 0), (0, 0)
        if padding == "same" and size is not None and kernel is not None:
            top_bottom, left_right = map(same_padding, size, kernel, stride_pair(stride))
            return top_bottom, left_right
        if padding == "same":
            raise ValueError('`padding` is "same", which needs the sizes of image and kernel')
        raise ValueError(f'`padding` is "{padding}" but the rules are "valid" and "same"')
    wanted = "an int, a pair or a pair of pairs"
    values = as_nested("padding", padding, wanted, (), (2,), (2, 2))
    if values.ndim == 1:  # one number for each axis, the same before and after
        values = values[:, np.newaxis]
    top_bottom, left_right = (
        tuple(as_whole("padding", value, 0) for value in row)
        for row in np.broadcast_to(values, (2, 2))
    )
    return top_bottom, left_right
