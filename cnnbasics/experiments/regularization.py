"""Three hundred digits, one label in five redrawn: what keeps a network from learning them all?"""

from typing import NamedTuple

import keras
import numpy as np

from cnnbasics import datasets, layers

TRAIN, VALIDATION = 300, 500
NOISY = 0.2
EPOCHS = 30


class Digits(NamedTuple):
    """Digits to train on, of which some have a wrong label, and clean ones to validate and test.

    Attributes
    ----------
    x, y : ndarray, shapes (300, 8, 8, 1) and (300,)
        From 0 to 1, and the labels as the network gets them.
    truth : ndarray, shape (300,)
        The labels as they were.
    x_val, y_val, x_test, y_test : ndarray
        500 each, with their right labels.
    """

    x: np.ndarray
    y: np.ndarray
    truth: np.ndarray
    x_val: np.ndarray
    y_val: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray


class Run(NamedTuple):
    """What one training did: a number for each epoch, all measured with dropout off.

    Attributes
    ----------
    loss, val_loss : ndarray
        Cross-entropy on the training and the validation data, without any penalty.
    accuracy, val_accuracy, test_accuracy : ndarray
    """

    loss: np.ndarray
    val_loss: np.ndarray
    accuracy: np.ndarray
    val_accuracy: np.ndarray
    test_accuracy: np.ndarray


def noisy_digits(seed):
    """Draw training digits, redraw the label of some, and draw clean validation digits.

    Parameters
    ----------
    seed : int

    Returns
    -------
    Digits
        A label that is redrawn may come out as it was, one time in ten.
    """
    x, y, x_test, y_test, _ = datasets.load("digits")
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(x))
    train, validation = np.split(order[: TRAIN + VALIDATION], [TRAIN])
    redrawn = rng.random(TRAIN) < NOISY
    labels = np.where(redrawn, rng.integers(0, 10, TRAIN), y[train])
    scaled, clean = x[train] / 16, x[validation] / 16
    return Digits(scaled, labels, y[train], clean, y[validation], x_test / 16, y_test)


def network(rate=0.0, lam=0.0):
    """Build a network for digits, with dropout before its last two layers and weight decay."""
    decay = keras.regularizers.L2(0.5 * lam)  # the 0.5 that Keras leaves out
    return keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            keras.layers.Conv2D(32, 3, activation="relu", kernel_regularizer=decay),
            keras.layers.Conv2D(64, 3, activation="relu", kernel_regularizer=decay),
            keras.layers.Flatten(),
            keras.layers.Dropout(rate),
            keras.layers.Dense(128, activation="relu", kernel_regularizer=decay),
            keras.layers.Dropout(rate),
            keras.layers.Dense(10, kernel_regularizer=decay),
        ]
    )


class _Watch(keras.callbacks.Callback):
    """Measure loss and accuracy on all three sets after each epoch, with dropout off."""

    def __init__(self, data):
        super().__init__()
        self.sets = [(data.x, data.y), (data.x_val, data.y_val), (data.x_test, data.y_test)]
        self.x = np.concatenate([x for x, _ in self.sets])
        self.ends = np.cumsum([len(x) for x, _ in self.sets])[:-1]
        self.rows = []

    def on_epoch_end(self, epoch, logs=None):
        scores = np.split(keras.ops.convert_to_numpy(self.model(self.x, training=False)), self.ends)
        pairs = [(z.astype(float), y) for z, (_, y) in zip(scores, self.sets, strict=True)]
        losses = [layers.cross_entropy(z, y) for z, y in pairs[:2]]
        self.rows.append([*losses, *(np.mean(z.argmax(axis=1) == y) for z, y in pairs)])


def train(data, seed, rate=0.0, lam=0.0, epochs=EPOCHS):
    """Train the network from scratch and say how it went.

    Parameters
    ----------
    data : Digits
    seed : int
        Of the weights, the order of the batches and the dropout.
    rate : float
        Share that is dropped.
    lam : float
        Weight of the penalty, as in `cnnbasics.layers.l2_penalty`.
    epochs : int

    Returns
    -------
    Run
    """
    keras.utils.set_random_seed(seed)
    model, watch = network(rate, lam), _Watch(data)
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    model.fit(data.x, data.y, epochs=epochs, batch_size=32, verbose=0, callbacks=[watch])
    return Run(*np.array(watch.rows).T)
