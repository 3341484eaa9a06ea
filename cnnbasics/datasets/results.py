"""What `load` returns for a dataset that has a split, and what `describe` returns."""

from typing import NamedTuple

import numpy as np


def _outline(result):
    """Name each array by dtype and shape: the numbers would fill the screen."""
    parts = [
        f"{field}={value.dtype} {value.shape}"
        if isinstance(value, np.ndarray)
        else f"{field}={value}"
        for field, value in zip(result._fields, result, strict=True)
    ]
    start = f"{type(result).__name__}("
    pairs = [", ".join(parts[i : i + 2]) for i in range(0, len(parts), 2)]
    return start + (",\n" + " " * len(start)).join(pairs) + ")"


class TrainTest(NamedTuple):
    """A dataset in two parts that share nothing."""

    x_train: np.ndarray
    y_train: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray
    labels: tuple[str, ...]

    __repr__ = _outline


class TrainValTest(NamedTuple):
    """A dataset in three parts that share nothing."""

    x_train: np.ndarray
    y_train: np.ndarray
    x_val: np.ndarray
    y_val: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray
    labels: tuple[str, ...]

    __repr__ = _outline


class Description(str):
    """Text that a notebook shows as Markdown."""

    __slots__ = ()

    def _repr_markdown_(self):
        return str(self)
