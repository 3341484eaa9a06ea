"""Clips of moving digits: which way do they go, and what of a clip does a network need to see?"""

from typing import NamedTuple

import numpy as np

from cnnbasics import datasets

DIRECTIONS = {
    "right": (0, 1),
    "down right": (1, 1),
    "down": (1, 0),
    "down left": (1, -1),
    "left": (0, -1),
    "up left": (-1, -1),
    "up": (-1, 0),
    "up right": (-1, 1),
}
"""The classes, in order: how many rows down and how many columns to the right."""

ARROWS = tuple("→↘↓↙←↖↑↗")
SIDE = 24
DIGIT = 12
FRAMES = 6


class Clips(NamedTuple):
    """Clips to learn from and clips of other digits, held out.

    Attributes
    ----------
    x, x_test : ndarray of float32, shape (N, T, 24, 24, 1)
    y, y_test : ndarray of int, shape (N,)
        Numbers of the directions.
    """

    x: np.ndarray
    y: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray


def moving_digits(seed, n_train=1500, n_test=600, speeds=(1, 2), noise=0.3, frames=FRAMES):
    """Let digits move over a canvas that wraps around.

    What leaves on one side comes in on the other, so that no place gives a direction away.

    Parameters
    ----------
    seed : int
    n_train, n_test : int
        How many clips; those to test on show other handwritten digits.
    speeds : tuple of int
        Pixels a frame; each clip has one of them.
    noise : float
        Standard deviation of what is added to each pixel of each frame; ink is 1.
    frames : int

    Returns
    -------
    Clips
    """
    rng = np.random.default_rng([20, seed])
    digits = datasets.load("digits")
    parts = []
    for images, n in ((digits.x_train, n_train), (digits.x_test, n_test)):
        y = rng.integers(0, len(DIRECTIONS), n)
        chosen = images[rng.integers(0, len(images), n), :, :, 0]
        x = moved(chosen, y, rng.choice(speeds, n), rng.integers(0, SIDE, (n, 2)), frames)
        parts += [(x + rng.normal(0, noise, x.shape)).astype(np.float32), y]
    return Clips(*parts)


def moved(images, y, speed, start, frames=FRAMES):
    """Let each image move.

    Parameters
    ----------
    images : ndarray, shape (N, 8, 8)
        Digits from 0 to 16.
    y : ndarray of int, shape (N,)
        Numbers of the directions.
    speed : ndarray of int, shape (N,)
        Pixels a frame.
    start : ndarray of int, shape (N, 2)
        Row and column to begin with.
    frames : int

    Returns
    -------
    ndarray, shape (N, frames, 24, 24, 1)
        From 0 to 1.
    """
    canvas = np.zeros((len(images), SIDE, SIDE))
    canvas[:, :DIGIT, :DIGIT] = enlarged(images / 16)
    ways = np.array(list(DIRECTIONS.values()))[y] * np.reshape(speed, (-1, 1))
    at = start[:, np.newaxis] + np.arange(frames)[:, np.newaxis] * ways[:, np.newaxis]
    pixels = np.arange(SIDE)
    rows, columns = ((pixels - at[..., k, np.newaxis]) % SIDE for k in range(2))  # (N, T, 24)
    one = np.arange(len(images))[:, np.newaxis, np.newaxis, np.newaxis]
    return canvas[one, rows[..., np.newaxis], columns[..., np.newaxis, :]][..., np.newaxis]


def enlarged(images):
    """Enlarge images of 8x8 to 12x12, bilinearly."""
    places = np.clip((np.arange(DIGIT) + 0.5) * 8 / DIGIT - 0.5, 0, 7)
    weights = np.maximum(1 - np.abs(places[:, np.newaxis] - np.arange(8)), 0)
    return weights @ images @ weights.T
