"""Pooling functions to be tested by the student: some are right, the others the course's mistakes.

The wrong ones are the mistakes that unit 04 knows, so there is no second list of them.
"""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import Crash
from cnnbasics.exercises.unit_04_pooling import max_pool2d as _POOL


def _windows(x, size, stride=None):
    ph, pw = layers.stride_pair(size)
    sh, sw = layers.stride_pair(size if stride is None else stride)
    return np.lib.stride_tricks.sliding_window_view(x, (ph, pw), (1, 2))[:, ::sh, ::sw]


RIGHT = (
    layers.max_pool2d,
    lambda x, size, stride=None: _windows(x, size, stride).max(axis=(4, 5)),  # keeps the dtype
    lambda x, size, stride=None: -(-_windows(x, size, stride)).min(axis=(4, 5)),
    # Right up to rounding, as a sum in another order would be.
    lambda x, size, stride=None: layers.max_pool2d(x, size, stride) * (1 + 1e-13),
    lambda x, size, stride=None: layers.max_pool2d(x, size=size, stride=stride),
    lambda x, size, stride=None: np.sort(
        _windows(x, size, stride).reshape(*_windows(x, size, stride).shape[:4], -1), axis=-1
    )[..., -1],
)
"""Right functions, in the styles that students write."""

WRONG = tuple((mistake, answer) for mistake in _POOL.mistakes for answer in mistake.answers)
"""Each wrong function with the mistake that it makes."""

FIRST = tuple(
    next(n for n, (mistake, _) in enumerate(WRONG) if mistake is known) for known in _POOL.mistakes
)
"""Where the first spelling of each mistake stands: the visible check takes these."""

LAST = tuple(
    max(n for n, (mistake, _) in enumerate(WRONG) if mistake is known) for known in _POOL.mistakes
)
"""Where the last spelling stands: the hidden check takes these."""


def candidate(number):
    """Return the function with a number: 0 and above are wrong, -1 and below are right.

    Parameters
    ----------
    number : int

    Returns
    -------
    callable
        It never raises: where the wrong one would, it returns None.
    """
    chosen = RIGHT[-number - 1] if number < 0 else WRONG[number][1]

    def max_pool2d(x, size, stride=None):
        try:
            return chosen(x, size, stride)
        except (Crash, ValueError, IndexError, TypeError):
            return None

    return max_pool2d
