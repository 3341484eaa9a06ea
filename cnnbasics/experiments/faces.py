"""Faces and patches that are not faces: their split, the network that tells them apart."""

import numpy as np

from cnnbasics import datasets, layers

SIDE = 25
"""Rows and columns of a patch, and of the window that the network looks at."""

LEAST_SPREAD = 4.0
"""Added to a patch's standard deviation, in gray levels: a black patch has none."""


def split_faces(seed=None):
    """Divide the 200 patches into 150 to learn from and 50 to test.

    Parameters
    ----------
    seed : int, optional
        Of another split of the same size, half of each part faces; without it the split that the
        course ships.

    Returns
    -------
    x, y, x_test, y_test : ndarray
        uint8 (150, 25, 25, 1), int (150,), then the same of 50; 1 is a face.
    """
    faces = datasets.load("faces")
    if seed is None:
        return faces.x_train, faces.y_train, faces.x_test, faces.y_test
    x = np.concatenate([faces.x_train, faces.x_test])
    y = np.concatenate([faces.y_train, faces.y_test])
    rng = np.random.default_rng(seed)
    classes = [rng.permutation(np.flatnonzero(y == label)) for label in (0, 1)]
    test, train = (
        np.concatenate([places[part] for places in classes])
        for part in (slice(25), slice(25, None))
    )
    return x[train], y[train], x[test], y[test]


def standardize(x, least=LEAST_SPREAD):
    """Give each patch the mean 0 and a standard deviation of about 1.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, 1)
        Gray levels from 0 to 255.
    least : float, gray levels
        Added to each standard deviation before it divides, so that a patch that is all black
        becomes zeros and faint noise is not blown up.

    Returns
    -------
    ndarray of float32, shape (N, H, W, 1)
    """
    x = np.asarray(x, dtype=np.float32)
    mean, std = (fn(x, axis=(1, 2, 3), keepdims=True) for fn in (np.mean, np.std))
    return (x - mean) / (std + np.float32(least))


def face_network():
    """Build the network: it takes pictures of any size from 25x25 on, and has no dense layer.

    Returns
    -------
    keras.Model
        ``(N, H, W, 1)`` standardized patches in, logits out: ``(N, 1, 1, 1)`` of a patch of
        25x25, above 0 for a face. Of a larger picture they are a map: the logit at row i, column
        j is that of the window of 25x25 whose top left pixel is ``(4 * i, 4 * j)``.
    """
    import keras
    from keras.layers import Conv2D, Dropout, MaxPooling2D

    return keras.Sequential(
        [
            keras.Input((None, None, 1)),
            Conv2D(16, 3, activation="relu"),
            MaxPooling2D(),
            Conv2D(32, 3, activation="relu"),
            MaxPooling2D(),
            Conv2D(64, 4, activation="relu"),  # a dense layer over its 4x4 maps, as a convolution
            Dropout(0.3),
            Conv2D(1, 1),
        ]
    )


def moved(x, rng, max_px=1):
    """Flip half of the patches left to right, and shift each by up to some pixels.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, 1)
        Standardized: a 0 that moves in is the patch's mean.
    rng : numpy.random.Generator
    max_px : int
        The most pixels of a shift, in each direction.

    Returns
    -------
    ndarray, shape (N, H, W, 1)
    """
    return layers.random_shift(layers.random_flip(x, rng, 0.5), rng, max_px)


def learn_faces(x, y, seed, epochs=25, moves=True, model=None, rate=1e-3):
    """Train the network on patches, flipped and shifted anew in each epoch.

    Parameters
    ----------
    x : ndarray, shape (N, 25, 25, 1)
        Gray levels from 0 to 255.
    y : ndarray of int, shape (N,)
        1 is a face.
    seed : int
        Of the first weights, the order of the patches, their moves and the dropout.
    epochs : int
    moves : bool
        Whether patches are flipped and shifted.
    model : keras.Model, optional
        One to go on with; without it a new network.
    rate : float
        The learning rate of Adam.

    Returns
    -------
    keras.Model
    """
    import keras

    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    x = standardize(x)
    # All epochs in one: each patch is there once an epoch, with another flip and shift.
    many = np.concatenate([moved(x, rng) if moves else x for _ in range(epochs)])
    labels = np.tile(y, epochs).astype("float32").reshape(-1, 1, 1, 1)
    if model is None:
        model = face_network()
        model.compile(
            keras.optimizers.Adam(rate),
            keras.losses.BinaryCrossentropy(from_logits=True),
            jit_compile=False,
        )
    model.fit(many, labels, batch_size=16, epochs=1, shuffle=True, verbose=0)
    return model


def face_logits(model, x):
    """Return the logit of each patch: above 0, the network says that it is a face.

    Parameters
    ----------
    model : keras.Model
    x : ndarray, shape (N, 25, 25, 1)
        Gray levels from 0 to 255.

    Returns
    -------
    ndarray of float, shape (N,)
    """
    return np.asarray(model(standardize(x), training=False)).reshape(len(x))


WITHOUT_A_FACE = ("cell", "clock", "coffee", "retina", "rocket", "text")
"""Photographs of the course that show neither a person nor an animal."""


def learn_linear(x, y, steps=500, rate=0.1, lam=0.01):
    """Fit one weight for each pixel, and a bias: a logistic regression.

    Parameters
    ----------
    x : ndarray, shape (N, 25, 25, 1)
        Gray levels from 0 to 255.
    y : ndarray of int, shape (N,)
    steps : int
        Of gradient descent, over all patches at once.
    rate : float
        The learning rate.
    lam : float
        Weight decay.

    Returns
    -------
    callable
        Takes patches, gives their logits.
    """

    def columns(x):
        flat = standardize(x).reshape(len(x), -1).astype(float)
        return np.concatenate([flat, np.ones((len(x), 1))], axis=1)

    inputs, weights = columns(x), np.zeros(SIDE * SIDE + 1)
    for _ in range(steps):
        slope = inputs.T @ (layers.sigmoid(inputs @ weights) - y) / len(y)
        weights -= rate * (slope + lam * weights)
    return lambda x: columns(x) @ weights


def windows_without_a_face(count, seed):
    """Cut windows out of photographs that show no face, near and far.

    Parameters
    ----------
    count : int
        From each of the six photographs.
    seed : int
        Where they are cut.

    Returns
    -------
    ndarray of uint8, shape (6 * count, 25, 25, 1)
        Each pixel of a window is the mean of 1, 4, 16 or 36 pixels of the photograph.
    """
    rng = np.random.default_rng(seed)
    photos = datasets.load("photographs")
    windows = []
    for name in WITHOUT_A_FACE:
        photo = photos[name].reshape(*photos[name].shape[:2], -1).mean(axis=2)
        for k in range(count):
            step = (1, 2, 4, 6)[k % 4]
            row, column = (int(rng.integers(0, side - SIDE * step + 1)) for side in photo.shape)
            window = photo[row : row + SIDE * step, column : column + SIDE * step]
            windows.append(window.reshape(SIDE, step, SIDE, step).mean(axis=(1, 3)))
    return np.rint(windows).astype(np.uint8)[..., np.newaxis]
