"""The same network on a few images, as they are and shifted, where places vary and where not."""

import numpy as np

from cnnbasics import datasets, layers
from cnnbasics.experiments.arms import Bench, Curves

COPIES = 20
"""How often each training image is there, so that both arms take the same number of steps."""


def wandering_digits(seed, n_train=100, side=16):
    """Paste digits of 8x8 at random places on a larger canvas.

    Parameters
    ----------
    seed : int
        Of the places, and of which digits are learned.
    n_train : int
        Digits to learn from; all 500 test digits are there, each at two places.
    side : int, pixels
        Of the canvas; 8 leaves the digits as they are.

    Returns
    -------
    x, y, x_test, y_test : ndarray
        Images (n, side, side, 1) from 0 to 1.
    """
    rng = np.random.default_rng(seed)
    digits = datasets.load("digits")
    chosen = rng.permutation(len(digits.x_train))[:n_train]
    x_test, y_test = np.tile(digits.x_test, (2, 1, 1, 1)), np.tile(digits.y_test, 2)
    return (
        _pasted(digits.x_train[chosen], rng, side),
        digits.y_train[chosen],
        _pasted(x_test, rng, side),
        y_test,
    )


def _pasted(x, rng, side):
    canvas = np.zeros((len(x), side, side, 1))
    for image, digit in zip(canvas, x, strict=True):
        r, c = rng.integers(0, side - 8 + 1, 2)
        image[r : r + 8, c : c + 8] = digit / 16
    return canvas


def network(side=16):
    """Build a network for digits on a canvas; where a stroke stands matters to its dense layers."""
    import keras

    stack = [keras.Input((side, side, 1))]
    for filters in (16, 32):
        stack.append(keras.layers.Conv2D(filters, 3, padding="same", activation="relu"))
        stack.append(keras.layers.MaxPooling2D())
    head = [keras.layers.Flatten(), keras.layers.Dense(64, activation="relu")]
    return keras.Sequential([*stack, *head, keras.layers.Dense(10)])


def compare(seeds, max_px, side=16, shift=layers.random_shift, epochs=12):
    """Train on copies of each image, and on shifted copies, in as many steps.

    Parameters
    ----------
    seeds : iterable of int
        Each decides the digits, their places, the first weights and the shifts.
    max_px : int
        The most pixels of a shift.
    side : int, pixels
        Of the canvas.
    shift : callable
        ``shift(x, rng, max_px)``.
    epochs : int

    Returns
    -------
    dict of str to Curves
        "as they are" and "shifted", with a row for each seed.
    """
    bench = Bench(lambda: network(side))
    curves = {"as they are": [], "shifted": []}
    for seed in seeds:
        x, y, *test = wandering_digits(seed, side=side)
        many, labels = np.tile(x, (COPIES, 1, 1, 1)), np.tile(y, COPIES)
        moved = shift(many, np.random.default_rng(seed), max_px)
        for name, images in (("as they are", many), ("shifted", moved)):
            data = (images, labels, *test)
            curves[name].append(bench.run(data, [seed], epochs=epochs, batch_size=50))
    return {
        name: Curves(*map(np.concatenate, zip(*runs, strict=True))) for name, runs in curves.items()
    }
