"""Transfer learning: a base trained on six shapes, and a task with forty images for it."""

import keras
import numpy as np
from keras.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    GlobalAveragePooling2D,
    MaxPooling2D,
    Rescaling,
)

from cnnbasics import datasets
from cnnbasics.datasets.files import load_base_weights

BASE_KINDS = ("triangle", "cross", "hexagon", "ring", "star", "four-pointed star")
"""What the base has learned to tell apart."""

TARGET_KINDS = ("circle", "square")
"""What it has never seen."""


def new_base(momentum=0.9):
    """Build the base with random weights.

    Parameters
    ----------
    momentum : float
        Of its batch normalization.

    Returns
    -------
    keras.Model
        (N, 64, 64, 3) pixels from 0 to 255 in, probabilities (N, 6) out. Its first layer scales
        the pixels; its last is its head.
    """
    stack = [
        keras.Input((64, 64, 3)),
        Rescaling(1 / 127.5, offset=-1, name="scale"),
        Conv2D(16, 5, strides=2, activation="relu", name="conv1"),
        Conv2D(32, 3, activation="relu", name="conv2"),
        MaxPooling2D(name="pool2"),
        Conv2D(64, 3, activation="relu", name="conv3"),
        MaxPooling2D(name="pool3"),
        Conv2D(96, 3, name="conv4"),
        GlobalAveragePooling2D(name="average"),
        BatchNormalization(momentum=momentum, name="norm"),
        Activation("relu", name="features"),
        Dense(len(BASE_KINDS), activation="softmax", name="old_head"),
    ]
    x = inputs = stack[0]
    for layer in stack[1:]:
        x = layer(x)
    return keras.Model(inputs, x, name="base")


def train_base(n_train=9000, epochs=14, seed=14):
    """Train a base; this is how the shipped one was made.

    Parameters
    ----------
    n_train : int
        Images of the six shapes.
    epochs : int
    seed : int
        Of the images, the weights and their order.

    Returns
    -------
    keras.Model
    """
    keras.utils.set_random_seed(seed)
    shapes = datasets.load(
        "shapes", seed=seed, n_train=n_train, n_val=0, n_test=0, kinds=BASE_KINDS
    )
    base = new_base()
    steps = epochs * -(-n_train // 64)
    rate = keras.optimizers.schedules.CosineDecay(2e-3, steps)
    base.compile(
        keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    base.fit(shapes.x_train, shapes.y_train, batch_size=64, epochs=epochs, verbose=0)
    return base


def load_base():
    """Load the shipped base.

    Returns
    -------
    keras.Model
        As `new_base`, trained.
    """
    base = new_base()
    weights = load_base_weights()
    base.set_weights([weights[name].astype(np.float32) for name in weight_names(base)])
    return base


def weight_names(model):
    """Name each array of a model's weights, in the order of ``model.get_weights()``."""
    return [f"{layer.name}.{w.name}" for layer in model.layers for w in layer.weights]


def target_task(seed, n_train=40, n_test=400):
    """Draw circles and squares: the task with few images.

    Parameters
    ----------
    seed : int
    n_train, n_test : int
        How many images, half of each kind.

    Returns
    -------
    x_train, y_train, x_test, y_test
    """
    drawn = datasets.load(
        "shapes", seed=seed, n_train=n_train, n_val=0, n_test=n_test, kinds=TARGET_KINDS
    )
    return drawn.x_train, drawn.y_train, drawn.x_test, drawn.y_test
