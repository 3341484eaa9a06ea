"""What the figures have in common: reading their arguments, and putting numbers into words."""

from numbers import Integral

import numpy as np

from cnnbasics.plots.sheet import NUMBERS_BELOW, is_exact, number


def read_array(name, value, *dims, least=1):
    """Return `value` as an array of at least `least` real numbers, with one of the `dims`."""
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"`{name}` holds {array.dtype} but a figure needs real numbers")
    if dims and array.ndim not in dims:
        wanted = " or ".join(str(d) for d in dims)
        raise ValueError(f"`{name}` has shape {array.shape} but must have {wanted} axes")
    if array.size < least:
        raise ValueError(f"`{name}` has shape {array.shape} but a figure needs at least 1 number")
    return array


def read_photo(name, value):
    """Return `value` as a picture: (H, W), or (H, W, C) with 1, 3 or 4 channels."""
    image = read_array(name, value, 2, 3)
    if image.ndim == 3 and image.shape[2] not in (1, 3, 4):
        raise ValueError(
            f"`{name}` has {image.shape[2]} channels but a picture has 1, 3 or 4; "
            "show one channel with image[..., c]"
        )
    return image[..., 0] if image.ndim == 3 and image.shape[2] == 1 else image


def read_labels(name, labels, count, what):
    """Return one label for each of `count` things."""
    if labels is None:
        return [""] * count
    labels = [labels] if isinstance(labels, str) else [str(label) for label in labels]
    if len(labels) != count:
        raise ValueError(f"`{name}` has {len(labels)} entries but there are {count} {what}")
    return labels


def read_windows(name, windows, shape):
    """Return a list of windows that lie inside `shape`."""
    if windows is None:
        return []
    single = len(windows) == 4 and all(isinstance(number, Integral) for number in windows)
    result = []
    for window in [windows] if single else windows:
        if len(window) != 4:
            raise ValueError(
                f"`{name}` has {tuple(window)} but a window is (row, column, height, width)"
            )
        row, column, height, width = (int(part) for part in window)
        if (
            min(row, column) < 0
            or min(height, width) < 1
            or (row + height > shape[0] or column + width > shape[1])
        ):
            raise ValueError(
                f"`{name}` has {(row, column, height, width)} but the grid is {shape[0]}×{shape[1]}"
            )
        result.append((row, column, height, width))
    return result


def read_place(at, shape):
    """Return the output position `at`, if the output has it."""
    if np.shape(at) != (2,) or not all(isinstance(part, Integral) for part in at):
        raise ValueError(f"`at` is {at!r} but must be (row, column)")
    i, j = (int(part) for part in at)
    if not (0 <= i < shape[0] and 0 <= j < shape[1]):
        raise ValueError(f"`at` is ({i}, {j}) but the output is {shape[0]}×{shape[1]}")
    return i, j


def shape_of(array):
    """Write a shape: 4×5."""
    return "×".join(str(length) for length in np.shape(array))


def say(array):
    """Write a matrix in words: its rows, or only its size when it is large."""
    if array.size >= NUMBERS_BELOW:
        return f"{shape_of(array)} numbers from {number(array.min())} to {number(array.max())}"
    return "; ".join(" ".join(number(value) for value in row) for row in array)


def factor(value):
    """Write a number as a factor: in brackets when it is negative."""
    words = number(value)
    return f"({words})" if words.startswith("−") else words


def write_sum(values):
    """Write a sum: 1 + 0 − 2."""
    words = [number(value) for value in values]
    rest = [f"−\u00a0{w[1:]}" if w.startswith("−") else f"+\u00a0{w}" for w in words[1:]]
    return " ".join(words[:1] + rest)


def arithmetic(name, patch, kernel, total):
    """Write how one output number comes about; long products get a line for each kernel row."""
    products = patch.astype(float) * kernel
    exact = all(is_exact(value) for value in (*patch.flat, *kernel.flat, *products.flat, total))
    equals = "=" if exact else "≈"
    if products.size > 30:
        return f"{name} {equals} the sum of {products.size} products {equals} {number(total)}"
    rows = [
        " +\u00a0".join(f"{factor(p)}·{factor(k)}" for p, k in zip(*pair, strict=True))
        for pair in zip(patch, kernel, strict=True)
    ]
    lead = " " * len(name)
    if products.size == 1:
        return f"{name} {equals} {rows[0]} {equals} {number(total)}"
    joint = " +\u00a0" if sum(map(len, rows)) < 72 else f"\n{lead} + "
    return (
        f"{name} {equals} {joint.join(rows)}\n"
        f"{lead} {equals} {write_sum(products.flat)} {equals}\u00a0{number(total)}"
    )


def read_columns(count, columns):
    """Return how many of `count` pictures stand in a row."""
    if columns is None:
        return count if count <= 4 else 3 if count <= 6 or count == 9 else 4
    if not isinstance(columns, Integral) or columns < 1:
        raise ValueError(f"`columns` is {columns!r} but must be a whole number from 1 up")
    return min(int(columns), count)
