"""Clips of moving digits: which way do they go, and what of a clip does a network need to see?"""

from typing import NamedTuple

import numpy as np

from cnnbasics import datasets, layers
from cnnbasics.experiments.arms import Bench

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


def filmed(seed, videos=64, frames=18, noise=0.1, contrast=0.6):
    """Let digits move in front of walls that stand still: a wall for each video.

    Parameters
    ----------
    seed : int
    videos : int
        As many of each direction as can be.
    frames : int
        Of each video.
    noise : float
        Standard deviation of what is added to each pixel of each frame.
    contrast : float
        How bright the walls become; the digits go up to 1.

    Returns
    -------
    x : ndarray of float32, shape (videos, frames, 24, 24, 1)
    y : ndarray of int, shape (videos,)
        Numbers of the directions.
    """
    rng = np.random.default_rng([21, seed])
    digits = datasets.load("digits").x_train[..., 0]
    y = rng.permutation(np.arange(videos) % len(DIRECTIONS))
    chosen = digits[rng.integers(0, len(digits), videos)]
    start = rng.integers(0, SIDE, (videos, 2))
    x = moved(chosen, y, rng.choice((1, 2), videos), start, frames)
    walls = np.stack([_wall(rng) for _ in range(videos)])
    x = np.maximum(x, contrast * walls[:, np.newaxis, :, :, np.newaxis])
    return (x + rng.normal(0, noise, x.shape)).astype(np.float32), y


def _wall(rng, shrink=3):
    """Cut a piece out of a photograph, at a third of its size, from 0 to 1."""
    photos = list(datasets.load("photographs").values())
    photo = photos[rng.integers(len(photos))]
    side = shrink * SIDE
    row, column = (int(rng.integers(0, n - side)) for n in photo.shape[:2])
    piece = photo[row : row + side, column : column + side]
    piece = piece.reshape(SIDE, shrink, SIDE, shrink, -1).mean(axis=(1, 3, 4))
    return (piece - piece.min()) / (np.ptp(piece) or 1)


def cut(x, y, clips):
    """Cut clips of six frames out of videos.

    Parameters
    ----------
    x, y : ndarray
        Videos and their directions.
    clips : ndarray of int, shape (N, 2)
        For each clip the number of its video and its first frame.

    Returns
    -------
    x : ndarray, shape (N, 6, 24, 24, 1)
    y : ndarray, shape (N,)
    """
    at = clips[:, 1:] + np.arange(FRAMES)
    return x[clips[:, :1], at], y[clips[:, 0]]


def as_channels(clips):
    """Lay the frames of gray clips behind each other, as the channels of one picture.

    Parameters
    ----------
    clips : ndarray, shape (N, T, H, W, 1)

    Returns
    -------
    ndarray, shape (N, H, W, T)
    """
    return np.moveaxis(clips[..., 0], 1, -1)


def shuffled(clips, seed):
    """Put the frames of each clip into a random order, each clip into its own."""
    rng = np.random.default_rng([22, seed])
    order = rng.permuted(np.tile(np.arange(clips.shape[1]), (len(clips), 1)), axis=1)
    return clips[np.arange(len(clips))[:, np.newaxis], order]


def stack_network(channels):
    """Build a network for pictures whose channels are frames; where a digit is does not matter."""
    import keras

    return keras.Sequential(
        [
            keras.Input((SIDE, SIDE, channels)),
            keras.layers.Conv2D(16, 5, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(len(DIRECTIONS)),
        ]
    )


def clip_network():
    """Build a network that slides its kernels over time as well."""
    import keras

    return keras.Sequential(
        [
            keras.Input((FRAMES, SIDE, SIDE, 1)),
            keras.layers.Conv3D(8, (3, 5, 5), activation="relu"),
            keras.layers.MaxPooling3D((1, 2, 2)),
            keras.layers.Conv3D(16, (3, 3, 3), activation="relu"),
            keras.layers.GlobalAveragePooling3D(),
            keras.layers.Dense(len(DIRECTIONS)),
        ]
    )


def scene_network():
    """Build a network for one frame that knows where in the picture something is."""
    import keras

    return keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 1)),
            keras.layers.Conv2D(16, 5, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(len(DIRECTIONS)),
        ]
    )


def bench(build, rate=0.003):
    """Compile a network with Adam; ``run`` trains it, as often as you like.

    Parameters
    ----------
    build : callable
        Makes the network.
    rate : float
        Of learning.

    Returns
    -------
    cnnbasics.experiments.arms.Bench
    """
    import keras

    return Bench(build, keras.optimizers.Adam(rate))


def probabilities(model, x):
    """Ask a network for the probabilities of the directions, (N, 8)."""
    return layers.softmax(np.asarray(model(np.float32(x), training=False), dtype=float))
