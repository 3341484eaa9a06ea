"""Drawn scans of several patients, a rare class among them, and three networks that look at them.

All patients differ in their background. The ill ones have a small bright lesion in each scan, at
another place each time; where it is, is known.
"""

import functools
from typing import NamedTuple

import keras
import numpy as np

from cnnbasics import layers

PATIENTS, SCANS, SIDE = 100, 10, 32
ILL = 0.25
BACKGROUND, CONTRAST, RADIUS = 1.0, 4.0, 1.8
"""Of the lesion and the background, in units of the noise; the radius in pixels."""

HELD_OUT = 0.4
"""The share of scans, or of patients, to test on."""


class Scans(NamedTuple):
    """Scans with all that is known of them.

    Attributes
    ----------
    x : ndarray of float32, shape (N, 32, 32, 1)
    y : ndarray of int, shape (N,)
        1 is ill, 0 is healthy.
    patients : ndarray of int, shape (N,)
        Whose each scan is.
    masks : ndarray of bool, shape (N, 32, 32)
        Where the lesion is.
    """

    x: np.ndarray
    y: np.ndarray
    patients: np.ndarray
    masks: np.ndarray


def phantoms(seed):
    """Draw 10 scans of each of 100 patients, 25 of whom are ill.

    Parameters
    ----------
    seed : int

    Returns
    -------
    Scans
        In random order.
    """
    rng = np.random.default_rng(seed)
    n = PATIENTS * SCANS
    patients = rng.permutation(np.repeat(np.arange(PATIENTS), SCANS))
    ill = rng.permutation(np.arange(PATIENTS) < round(ILL * PATIENTS))
    y = ill[patients].astype(int)
    ground = BACKGROUND * _smooth(rng, PATIENTS)[patients] + rng.normal(size=(n, SIDE, SIDE))
    rows, columns = rng.uniform(5, SIDE - 6, (2, n, 1, 1))
    far = (np.arange(SIDE)[:, np.newaxis] - rows) ** 2 + (np.arange(SIDE) - columns) ** 2
    lesion = np.exp(-far / (2 * RADIUS**2)) * y[:, np.newaxis, np.newaxis]
    x = (ground + CONTRAST * lesion)[..., np.newaxis].astype(np.float32)
    return Scans(x, y, patients, lesion > 0.5)


def _smooth(rng, n, knots=5):
    """Draw n pictures that change slowly: a few random numbers each, and straight lines between."""
    coarse = rng.normal(size=(n, knots, knots))
    places = np.linspace(0, knots - 1, SIDE)
    # (SIDE, knots): how much of each random number there is at each place.
    share = np.maximum(1 - np.abs(places[:, np.newaxis] - np.arange(knots)), 0)
    return share @ coarse @ share.T


def split_by_scan(data, rng):
    """Hold out two fifths of the scans, of the ill ones and of the healthy ones.

    Parameters
    ----------
    data : Scans
    rng : numpy.random.Generator

    Returns
    -------
    train, held_out : ndarray of int
    """
    return layers.make_splits(len(data.y), HELD_OUT, rng, labels=data.y)


def flat_network():
    """Build a network that ends as the lesson's does: flatten, dense, one score."""
    return keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 1)),
            keras.layers.Conv2D(8, 5, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )


def map_network():
    """Build a network that gives each place a score, and the scan the highest of them."""
    return keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 1)),
            keras.layers.Conv2D(8, 5, padding="same", activation="relu"),
            keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(1, 1),
            keras.layers.GlobalMaxPooling2D(),
        ]
    )


def mask_network():
    """Build a network that gives each pixel of a picture of any size a score."""
    return keras.Sequential(
        [
            keras.Input((None, None, 1)),
            keras.layers.Conv2D(8, 5, padding="same", activation="relu"),
            keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(1, 1),
        ]
    )


def dice_loss(y, z):
    """1 - Dice, with probabilities in place of a mask: then it has a slope everywhere.

    Parameters
    ----------
    y, z : tensors of one shape
        Masks, 0 and 1, and logits.

    Returns
    -------
    tensor
        One number for the batch.
    """
    y, p = keras.ops.cast(y, z.dtype), keras.ops.sigmoid(z)
    shared = keras.ops.sum(y * p)
    return 1 - (2 * shared + 1) / (keras.ops.sum(y) + keras.ops.sum(p) + 1)


CROSS_ENTROPY = keras.losses.BinaryCrossentropy(from_logits=True)
EPOCHS = {flat_network: 12, map_network: 12, mask_network: 8}
RATES = {flat_network: 1e-3, map_network: 3e-3, mask_network: 5e-3}
"""How long each network is trained, and the learning rate of Adam."""


@functools.cache
def _compiled(build, loss):
    """Compile a network once, and keep its optimizer's first state: it is trained many times."""
    model = build()
    model.compile(keras.optimizers.Adam(RATES[build]), loss, jit_compile=False)
    model.optimizer.build(model.trainable_variables)
    return model, [keras.ops.copy(value) for value in model.optimizer.variables]


def train(build, x, target, seed, *, weights=None, loss=CROSS_ENTROPY):
    """Train a network from new weights.

    Parameters
    ----------
    build : callable
        One of the three networks of this module.
    x : ndarray, shape (N, 32, 32, 1)
    target : ndarray, shape (N,), or (N, 32, 32) for the `mask_network`
        0 and 1.
    seed : int
        Of the first weights and the order of the batches.
    weights : dict of int to float, optional
        How much a scan of each class counts.
    loss : callable

    Returns
    -------
    keras.Model
    """
    keras.utils.set_random_seed(seed)
    network = build()
    model, start = _compiled(build, loss)
    model.set_weights(network.get_weights())
    for variable, value in zip(model.optimizer.variables, start, strict=True):
        variable.assign(value)
    target = np.asarray(target, dtype=np.float32)[..., np.newaxis]
    options = {"epochs": EPOCHS[build], "batch_size": 32, "verbose": 0}
    if build is not mask_network:
        counts = np.array([1.0, 1.0] if weights is None else [weights[0], weights[1]])
        options["sample_weight"] = counts[target[:, 0].astype(int)]
    model.fit(x, target, **options)
    network.set_weights(model.get_weights())
    return network


def scores_of(network, x):
    """Let a network score scans, or pixels: logits, above 0 for ill.

    Parameters
    ----------
    network : keras.Model
    x : ndarray, shape (N, H, W, 1)

    Returns
    -------
    ndarray of float64, shape (N,), or (N, H, W) from a `mask_network`
    """
    return keras.ops.convert_to_numpy(network(x, training=False))[..., 0].astype(float)


STAINS = np.array([[0.65, 0.70, 0.29], [0.07, 0.99, 0.11], [0.27, 0.57, 0.78]])
"""How much hematoxylin, eosin and DAB each take away of red, green and blue."""


def hematoxylin(slide):
    """Say how much of the blue stain there is in each pixel of a stained slide.

    Parameters
    ----------
    slide : ndarray of uint8, shape (H, W, 3)

    Returns
    -------
    ndarray of float, shape (H, W)

    References
    ----------
    Ruifrok and Johnston (2001), Quantification of histochemical staining by color deconvolution.
    """
    stains = STAINS / np.linalg.norm(STAINS, axis=1, keepdims=True)
    taken = -np.log((slide + 1.0) / 256)  # stains multiply, so their logarithms add up
    return (taken @ np.linalg.inv(stains))[..., 0]


def spots(mask):
    """Count the pieces of a mask; pixels that share a side belong together.

    Parameters
    ----------
    mask : ndarray of bool, shape (H, W)

    Returns
    -------
    int
    """
    left, count = {(int(r), int(c)) for r, c in np.argwhere(mask)}, 0
    while left:
        count += 1
        near = [left.pop()]
        while near:
            r, c = near.pop()
            for place in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
                if place in left:
                    left.remove(place)
                    near.append(place)
    return count
