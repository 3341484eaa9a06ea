"""Where one number of a convolution comes from: its window, the products and their sum."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cnnbasics import layers

MAX_TERMS = 18


@dataclass
class Window:
    """The part of an input that one output number is made of.

    Parameters
    ----------
    where : str
        The place, in words.
    patch, kernel : ndarray, shape (kH, kW) or (kH, kW, C)
        What is multiplied, element by element.
    bias : float
        What is added to the sum of the products.
    rows, columns : tuple of int
        First and last row and column of the window, in the padded image.
    image : ndarray, shape (H, W), optional
        The padded image, if it has one channel.
    says : str, optional
        What becomes of the patch where that is no sum of products, such as "The largest is 7."
    """

    where: str
    patch: np.ndarray
    kernel: np.ndarray
    bias: float = 0.0
    rows: tuple[int, int] = (0, 0)
    columns: tuple[int, int] = (0, 0)
    image: np.ndarray | None = None
    says: str = ""

    @property
    def products(self) -> np.ndarray:
        """What each number of the window gives."""
        return self.patch * np.asarray(self.kernel, dtype=float)  # integers would wrap around

    @property
    def total(self) -> float:
        """The sum of the products and the bias."""
        return float(np.sum(self.products) + self.bias)

    def arithmetic(self) -> str:
        """Write the sum out, such as ``2 - 1 + 0 + 6 = 7``; channel by channel if it is long."""
        products = self.products
        if products.size <= MAX_TERMS or products.ndim < 3:
            terms = [*products.ravel()][:MAX_TERMS]
            rest = " + ..." if products.size > MAX_TERMS else ""
        else:
            terms, rest = list(products.sum(axis=(0, 1))), ""
        if self.bias:
            terms.append(self.bias)
        return f"{signed_sum(terms)}{rest} = {self.total:.6g}"


def signed_sum(terms: list[float]) -> str:
    """Join numbers by their signs.

    Examples
    --------
    >>> signed_sum([2, -1, 0, 6])
    '2 - 1 + 0 + 6'
    """
    text = f"{terms[0] + 0.0:.6g}"
    for term in terms[1:]:
        text += f" {'-' if term < 0 else '+'} {abs(term):.6g}"
    return text


def look(
    x: np.ndarray,
    w: np.ndarray,
    index: tuple[int, int, int, int],
    stride=1,
    padding=0,
    bias: float = 0.0,
) -> Window | None:
    """Find the window behind one output number of a convolution layer.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, Cin)
    w : ndarray, shape (kH, kW, Cin, Cout)
    index : tuple of int
        Image, row, column and filter of the output number.
    stride, padding
        In any form of the contract.
    bias : float, default=0.0

    Returns
    -------
    Window or None
        None if there is no such place in the output.
    """
    kernel_size = w.shape[:2]
    pairs = layers.padding_pairs(padding, x.shape[1:3], kernel_size, stride)
    n, i, j, f = index
    (top, _), (left, _) = pairs
    padded = layers.zero_pad2d(x, pairs)[n]
    row, column = np.multiply((i, j), layers.stride_pair(stride)).tolist()
    patch = padded[row : row + kernel_size[0], column : column + kernel_size[1]]
    if patch.shape[:2] != kernel_size:
        return None
    last_row, last_column = row + kernel_size[0] - 1, column + kernel_size[1] - 1
    where = f"rows {row}..{last_row} and columns {column}..{last_column}"
    if len(x) > 1:
        where = f"image {n}, {where}"
    if top or left:
        where += " of the padded image"
    image, kernel = None, w[:, :, :, f]
    if w.shape[2] == 1:
        image, patch, kernel = padded[:, :, 0], patch[:, :, 0], kernel[:, :, 0]
    return Window(where, patch, kernel, bias, (row, last_row), (column, last_column), image)
