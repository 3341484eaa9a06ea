"""A network that learns textures, and one that learns a mark that somebody left on them."""

import numpy as np

from cnnbasics import datasets

NAMES = ("brick", "grass", "gravel")
SIDE = 16
MARK = 255 * np.array(
    [
        [1, 1, 1, 1, 1],
        [1, 0, 1, 0, 1],
        [1, 1, 0, 1, 1],
        [1, 0, 1, 0, 1],
        [1, 1, 1, 1, 1],
    ],
    dtype=np.uint8,
)
"""A black cross on white."""

MARK_AT = (1, 1, *MARK.shape)
"""Row, column, height and width of the mark."""


def texture_patches(region, count, seed):
    """Cut pictures out of the photographs of brick, grass and gravel.

    Parameters
    ----------
    region : str
        "train" or "test": two parts of the photographs that do not touch.
    count : int
        Pictures of each class.
    seed : int
        Where they are cut.

    Returns
    -------
    x : ndarray of uint8, shape (3 * count, 16, 16, 1)
    y : ndarray of int, shape (3 * count,)
        0 is brick, 1 grass, 2 gravel.
    """
    rng = np.random.default_rng([seed, region == "test"])
    photos = datasets.load("textures", region=region)
    x, y = [], np.repeat(np.arange(len(NAMES)), count)
    for name in NAMES:
        photo = photos[name]
        for _ in range(count):
            row, column = (int(rng.integers(0, side - SIDE + 1)) for side in photo.shape)
            x.append(photo[row : row + SIDE, column : column + SIDE])
    return np.stack(x)[..., np.newaxis], y


def with_mark(x, which=None):
    """Put the mark into the top left corner.

    Parameters
    ----------
    x : ndarray of uint8, shape (N, H, W, 1)
    which : ndarray of bool, shape (N,), optional
        On which pictures; on all if not given.

    Returns
    -------
    ndarray of uint8, shape (N, H, W, 1)
    """
    which = np.ones(len(x), dtype=bool) if which is None else which
    row, column, height, width = MARK_AT
    marked = x.copy()
    marked[which, row : row + height, column : column + width, 0] = MARK
    return marked


def other_photographer(x, y):
    """Return the same pictures as someone else would have taken them.

    Parameters
    ----------
    x : ndarray of uint8, shape (N, H, W, 1)
    y : ndarray of int, shape (N,)

    Returns
    -------
    ndarray of uint8, shape (N, H, W, 1)
        One class has the mark, the others do not.
    """
    return with_mark(x, y == 2)


def collage():
    """Lay four pieces of the test photographs together: brick, gravel, grass, brick.

    Returns
    -------
    ndarray of float32, shape (96, 96, 1)
        Each piece has 48 x 48 pixels, the mean 0 and the standard deviation 1.
    """
    photos = datasets.load("textures", region="test")
    places = (("brick", 40, 100), ("gravel", 60, 200), ("grass", 20, 300), ("brick", 90, 40))
    pieces = [photos[name][row : row + 48, left : left + 48] for name, row, left in places]
    pieces = standardized(np.stack(pieces)[..., np.newaxis])
    rows = [np.concatenate(pair, axis=1) for pair in (pieces[:2], pieces[2:])]
    return np.concatenate(rows, axis=0)


def standardized(x):
    """Give each picture the mean 0 and the standard deviation 1.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, 1)

    Returns
    -------
    ndarray of float32, shape (N, H, W, 1)
    """
    x = x.astype(np.float32)
    return (x - x.mean(axis=(1, 2, 3), keepdims=True)) / x.std(axis=(1, 2, 3), keepdims=True)


def texture_network():
    """Build a small network for pictures of any size, which gives three scores."""
    import keras

    return keras.Sequential(
        [
            keras.Input((None, None, 1)),
            keras.layers.Conv2D(16, 5, padding="same", activation="relu", name="first"),
            keras.layers.MaxPooling2D(2, name="pool"),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu", name="second"),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu", name="third"),
            keras.layers.GlobalAveragePooling2D(name="mean"),
            keras.layers.Dense(len(NAMES), name="scores"),
        ]
    )


def learn(x, y, seed, epochs=12):
    """Train the network on pictures and their classes.

    Parameters
    ----------
    x : ndarray of uint8, shape (N, 16, 16, 1)
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
    model = texture_network()
    model.compile(
        optimizer=keras.optimizers.Adam(0.002),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    model.fit(standardized(x), y, epochs=epochs, batch_size=32, verbose=0)
    return model


def choices(model, x):
    """Return the class that the model gives each picture.

    Parameters
    ----------
    model : keras.Model
    x : ndarray of uint8, shape (N, H, W, 1)

    Returns
    -------
    ndarray of int, shape (N,)
    """
    return np.asarray(model(standardized(x))).argmax(axis=1)


def share_on_mark(maps):
    """Say in what share of maps the largest number lies on the mark.

    Parameters
    ----------
    maps : list of ndarray
        Grad-CAM maps of the pictures' size.

    Returns
    -------
    float
    """
    row, column, height, width = MARK_AT
    peaks = np.array([np.unravel_index(cam.argmax(), cam.shape) for cam in maps])
    low, high = np.array([row, column]), np.array([row + height, column + width])
    return float(np.mean(np.all((peaks >= low) & (peaks < high), axis=1)))
