"""Transfer learning: a base trained on six shapes, and a task with forty images for it."""

import urllib.error
import urllib.request

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


LARGE_SIDE = 96
"""Side of the images that MobileNetV2 is used with here: the smallest that it was trained for."""

_LARGE_ADDRESS = "https://storage.googleapis.com/tensorflow/"
_PATIENCE_SECONDS = 5


def choose_base(large=False):
    """Load the base that a notebook goes on with.

    Parameters
    ----------
    large : bool
        Ask for MobileNetV2, trained on ImageNet: 9 MB, downloaded the first time. Without it, the
        network is not even tried.

    Returns
    -------
    keras.Model
        The shipped base, with its old head; or MobileNetV2 without one, (N, 96, 96, 3) from -1 to
        1 in, maps out. A line is printed that says which.
    """
    if large and not _is_reachable(_LARGE_ADDRESS):
        print(
            "There is no network, so this goes on with the small base that comes with the course."
        )
    elif large:
        print("The base is MobileNetV2, trained on 1.3 million photographs.")
        return keras.applications.MobileNetV2(
            (LARGE_SIDE, LARGE_SIDE, 3), include_top=False, weights="imagenet"
        )
    else:
        print("The base is the small one that comes with the course.")
    return load_base()


def _is_reachable(address):
    try:
        urllib.request.urlopen(address, timeout=_PATIENCE_SECONDS).close()
    except urllib.error.HTTPError:
        return True  # it answers, if only that there is nothing to see
    except OSError:
        return False
    return True


def resized_for(base, x):
    """Bring images (N, 64, 64, 3) to the size that a base takes, as they are or as floats."""
    side = base.input_shape[1]
    return x if x.shape[1] == side else np.asarray(keras.ops.image.resize(x, (side, side)))


def layer_rows(base, head_size, from_layer=None):
    """List the layers of a base and a new head, as `plots.show_layers` takes them.

    Parameters
    ----------
    base : keras.Model
    head_size : int
        Numbers in the new head.
    from_layer : int, optional
        The number of the first layer that is thawed; without it all are frozen.

    Returns
    -------
    list of (str, int, str)
    """
    rows = []
    for number, layer in enumerate(base.layers):
        thawed = from_layer is not None and number >= from_layer
        if number == len(base.layers) - 1 and isinstance(layer, Dense):
            state = "left out"
        else:
            state = "learns" if thawed and not isinstance(layer, BatchNormalization) else "frozen"
        if layer.weights:
            rows.append((f"{number}  {layer.name}", layer.count_params(), state))
    return [*rows, ("new head", head_size, "learns")]


def last_convolution(base):
    """Find the number of the last convolution in ``base.layers``."""
    return max(k for k, layer in enumerate(base.layers) if isinstance(layer, Conv2D))


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


def from_scratch(n_classes=2, momentum=0.8):
    """Build a network like the base, with random weights and a new head, all of it trainable.

    Parameters
    ----------
    n_classes : int
    momentum : float
        Of its batch normalization.

    Returns
    -------
    keras.Model
        Compiled for integer labels.
    """
    base = new_base(momentum)
    features = base.get_layer("features").output
    model = keras.Model(base.input, Dense(n_classes, activation="softmax")(features))
    model.compile(
        optimizer=keras.optimizers.Adam(1e-3),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def learn(model, task, epochs):
    """Train a compiled model on a task, and measure it.

    Parameters
    ----------
    model : keras.Model
    task : x_train, y_train, x_test, y_test
        In the range that the model takes.
    epochs : int

    Returns
    -------
    dict of str to float
        Accuracies: "while training", of the last epoch, as the model is in training; "on the
        training images" and "on the test images" afterwards, as it is in use.
    """
    x_train, y_train, x_test, y_test = task
    history = model.fit(x_train, y_train, epochs=epochs, batch_size=8, verbose=0).history
    return {
        "while training": history["accuracy"][-1],
        "on the training images": accuracy(model, x_train, y_train),
        "on the test images": accuracy(model, x_test, y_test),
    }


def accuracy(model, x, y):
    """Measure which share of images a model gets right, as it is in use."""
    return float(np.mean(classes_of(model, x) == y))


def classes_of(model, x):
    """Tell the most probable class of each image; in batches, as maps of many images are large."""
    # Not `predict`: it would trace a graph for each of the many models that an experiment makes.
    parts = [model(x[start : start + 100], training=False) for start in range(0, len(x), 100)]
    return np.concatenate([np.asarray(part) for part in parts]).argmax(axis=1)
