"""The network in Keras, how its data are split, and what its curves say.

TensorFlow is imported when a model is built, not before.
"""

from __future__ import annotations

from typing import Any

import numpy as np


def lesson_model() -> Any:
    """Build and compile the lesson's model: does a color image of 64x64 hold what is looked for?

    Returns
    -------
    keras.Sequential
        Two convolutions with pooling, and two fully connected layers: 1,625,281 parameters.
        Compiled with Adam, binary cross-entropy and accuracy.
    """
    import keras

    model = keras.Sequential(
        [
            keras.Input((64, 64, 3)),
            keras.layers.Conv2D(32, (3, 3), activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(64, (3, 3), activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


def build_cnn(input_shape: tuple[int, int, int], n_classes: int) -> Any:
    """Build and compile a small CNN for any size of image and any number of classes.

    Parameters
    ----------
    input_shape : tuple of int, (H, W, C)
        Of one image; sides from 8 pixels on.
    n_classes : int
        How many classes, of which exactly one is right. Labels are integers.

    Returns
    -------
    keras.Sequential
        Its outputs are `n_classes` probabilities.
    """
    import keras

    model = keras.Sequential(
        [
            keras.Input(tuple(input_shape)),
            keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(n_classes, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def make_splits(
    n: int,
    frac: float,
    rng: np.random.Generator,
    groups: np.ndarray | None = None,
    labels: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Choose at random which of n examples are held out.

    Parameters
    ----------
    n : int
        How many examples there are.
    frac : float
        The share to hold out, between 0 and 1.
    rng : numpy.random.Generator
        Where chance comes from.
    groups : ndarray, (n,), optional
        Whose each example is: the examples of a group stay together, and the share is one of
        groups.
    labels : ndarray of int, (n,), optional
        The class of each example: the share is taken of each class. Not together with `groups`.

    Returns
    -------
    train, held_out : ndarray of int
        Numbers of examples; each of 0 to n - 1 is in one of the two, once.

    Raises
    ------
    ValueError
        When both `groups` and `labels` are given.

    Examples
    --------
    >>> train, held_out = make_splits(10, 0.3, np.random.default_rng(0))
    >>> train.size, held_out.size
    (7, 3)
    """
    if groups is not None and labels is not None:
        raise ValueError("`groups` and `labels` cannot both be given: whole groups are not a share")
    if groups is not None:
        names, number = np.unique(groups, return_inverse=True)
        chosen = rng.permutation(len(names))[: round(frac * len(names))]
        held = np.isin(number, chosen)
    else:
        held = np.zeros(n, dtype=bool)
        kinds = np.zeros(n, dtype=int) if labels is None else np.asarray(labels)
        for kind in np.unique(kinds):
            own = rng.permutation(np.flatnonzero(kinds == kind))
            held[own[: round(frac * own.size)]] = True
    return rng.permutation(np.flatnonzero(~held)), rng.permutation(np.flatnonzero(held))


def diagnose(history: dict[str, list[float]]) -> str:
    """Say what the learning curves of a network tell.

    Parameters
    ----------
    history : dict of str to list of float
        ``loss``, ``val_loss``, ``accuracy`` and ``val_accuracy``, a number for each epoch.

    Returns
    -------
    str
        The first that holds: "lr-too-high", the training loss is not finite or ends above where it
        began; "leak", the accuracy on validation data is at least 0.98 after the first epoch and
        above that on training data; "underfit", the accuracy on training data ends below 0.8;
        "overfit", the validation loss ends more than 10 percent above its lowest, and the training
        loss below where it was then; else "good".

    Examples
    --------
    >>> diagnose({"loss": [2, 1, 0.5], "val_loss": [2, 1.2, 1.6],
    ...           "accuracy": [0.4, 0.7, 0.9], "val_accuracy": [0.4, 0.6, 0.6]})
    'overfit'
    """
    loss, val_loss = (np.asarray(history[name], dtype=float) for name in ("loss", "val_loss"))
    accuracy, val_accuracy = history["accuracy"], history["val_accuracy"]
    if not np.all(np.isfinite(loss)) or loss[-1] > loss[0]:
        return "lr-too-high"
    if val_accuracy[0] >= 0.98 and val_accuracy[0] > accuracy[0]:
        return "leak"
    if accuracy[-1] < 0.8:
        return "underfit"
    lowest = int(np.argmin(val_loss))
    if val_loss[-1] > 1.1 * val_loss[lowest] and loss[-1] < loss[lowest]:
        return "overfit"
    return "good"


def repair_shuffle(
    x: np.ndarray, y: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Put examples into a random order, each with its own label.

    Parameters
    ----------
    x : ndarray, (N, H, W, C)
    y : ndarray, (N,)
    rng : numpy.random.Generator

    Returns
    -------
    x, y : ndarray
        The same examples in another order.
    """
    order = rng.permutation(len(x))
    return x[order], y[order]


def repair_softmax(n_classes: int) -> Any:
    """Build and compile a classifier of 8x8 images that can be sure of its answer.

    Parameters
    ----------
    n_classes : int

    Returns
    -------
    keras.Model
        One softmax, in the model or in the loss.
    """
    import keras

    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            keras.layers.Conv2D(8, 3, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(n_classes, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def repair_scaling(x_train: np.ndarray, x_test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Bring pixels from 0 to 255 into a small range, training and test images alike.

    Parameters
    ----------
    x_train, x_test : ndarray of uint8, (N, H, W, C)

    Returns
    -------
    x_train, x_test : ndarray of float
        From 0 to 1.
    """
    return x_train / 255, x_test / 255


def repair_frozen(model: Any) -> Any:
    """Compile a model so that all of it learns.

    Parameters
    ----------
    model : keras.Model
        Its convolutions may be frozen. It is changed.

    Returns
    -------
    keras.Model
        The same model.
    """
    for layer in model.layers:
        layer.trainable = True
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


def repair_inference(model: Any, x: np.ndarray) -> np.ndarray:
    """Return what a model with dropout says of images, when it is not being trained.

    Parameters
    ----------
    model : keras.Model
    x : ndarray, (N, H, W, C)

    Returns
    -------
    ndarray of float, (N, classes)
        The same each time.
    """
    return np.asarray(model(x, training=False))


def repair_leak(
    x: np.ndarray, y: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Hold out a quarter of the images, and double the others by their mirror images.

    Parameters
    ----------
    x : ndarray, (N, H, W, C)
    y : ndarray, (N,)
    rng : numpy.random.Generator

    Returns
    -------
    x_train, y_train, x_test, y_test : ndarray
        No test image is a training image, nor the mirror image of one.
    """
    order = rng.permutation(len(x))
    test, train = order[: len(x) // 4], order[len(x) // 4 :]
    x_train = np.concatenate([x[train], x[train][:, :, ::-1]])
    return x_train, np.concatenate([y[train], y[train]]), x[test], y[test]
