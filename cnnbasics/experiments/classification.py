"""Brick, grass or gravel, from 144 pixels; and ten digits: what two networks make of them."""

import numpy as np

from cnnbasics import datasets
from cnnbasics.experiments.seeing_inside import NAMES, standardized

SIDE = 12
ROWS = {"train": slice(0, 250), "validation": slice(260, 340), "test": slice(350, 512)}
"""Which rows of the photographs belong to which part: none to two, and some to none."""


def patches(part, count=None, seed=0, camera=None):
    """Cut patches out of the photographs of brick, grass and gravel, side by side.

    Parameters
    ----------
    part : str
        "train", "validation" or "test".
    count : int, optional
        Patches of each class; as many as there are if not given.
    seed : int
        Decides which of the places are taken.
    camera : callable, optional
        Changes each photograph, of floats, before it is cut.

    Returns
    -------
    x : ndarray of float32, shape (N, 12, 12, 1)
        Each patch with the mean 0 and the standard deviation 1. No two share a pixel.
    y : ndarray of int, shape (N,)
        0 is brick, 1 grass, 2 gravel.
    """
    rng = np.random.default_rng([seed, list(ROWS).index(part)])
    photos = datasets.load("textures")
    x, y = [], []
    for label, name in enumerate(NAMES):
        photo = photos[name][ROWS[part]].astype(float)
        photo = camera(photo) if camera else photo
        rows, columns = (side // SIDE for side in photo.shape)
        places = rng.permutation(rows * columns)[:count]
        corners = np.stack([places // columns, places % columns], axis=1) * SIDE
        x += [photo[r : r + SIDE, c : c + SIDE] for r, c in corners]
        y += [label] * len(places)
    return standardized(np.stack(x)[..., np.newaxis]), np.array(y)


def turned(photo):
    """Turn the camera by 90 degrees."""
    return np.rot90(photo)


def farther(photo):
    """Step back until everything is half as large: each pixel is the mean of four."""
    h, w = (side // 2 for side in photo.shape)
    return photo[: 2 * h, : 2 * w].reshape(h, 2, w, 2).mean(axis=(1, 3))


def nearer(photo):
    """Step closer until everything is twice as large; new pixels are means of their neighbors."""
    for axis in (0, 1):
        photo = np.moveaxis(photo, axis, 0)
        between = (photo + np.concatenate([photo[1:], photo[-1:]])) / 2
        photo = np.stack([photo, between], axis=1).reshape(-1, *photo.shape[1:])
        photo = np.moveaxis(photo, 0, axis)
    return photo


def texture_network(ending):
    """Build a network for patches; `ending` is the layer that makes a vector of its maps."""
    import keras

    return keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 1)),
            keras.layers.Conv2D(16, 5, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            ending,
            keras.layers.Dense(len(NAMES)),  # scores: the softmax comes later
        ]
    )


def at_most(n_train, n_test, data):
    """Take the first pictures of a dataset, so that a laptop learns them soon.

    Parameters
    ----------
    n_train, n_test : int
        How many, at most.
    data : cnnbasics.datasets.TrainTest

    Returns
    -------
    cnnbasics.datasets.TrainTest
    """
    return data._replace(
        x_train=data.x_train[:n_train],
        y_train=data.y_train[:n_train],
        x_test=data.x_test[:n_test],
        y_test=data.y_test[:n_test],
    )


def ten_network(data):
    """Build a network for pictures of ten classes such as these, which gives ten scores.

    Parameters
    ----------
    data : cnnbasics.datasets.TrainTest
        Its training pictures say how large they are and how bright.
    """
    import keras

    return keras.Sequential(
        [
            keras.Input(data.x_train.shape[1:]),
            keras.layers.Rescaling(1 / int(data.x_train.max())),
            keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(10),
        ]
    )


def learn(build, x, y, seed, epochs):
    """Train a network from new weights.

    Parameters
    ----------
    build : callable
        Makes the network, which gives scores.
    x : ndarray, shape (N, H, W, C)
    y : ndarray of int, shape (N,)
    seed : int
        Of the first weights and of the order of the pictures.
    epochs : int

    Returns
    -------
    keras.Model
    """
    import keras

    keras.utils.set_random_seed(seed)
    model = build()
    model.compile(
        optimizer=keras.optimizers.Adam(0.002),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
        steps_per_execution=8,
    )
    model.fit(x, y, epochs=epochs, batch_size=32, verbose=0)
    return model


def scores(model, x):
    """Return what a network gives pictures, as an array of float64, shape (N, classes)."""
    return np.asarray(model(np.asarray(x, dtype=np.float32)), dtype=float)
