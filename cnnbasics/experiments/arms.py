"""Train the same network with and without a practice, over several seeds."""

from typing import NamedTuple

import numpy as np


class Curves(NamedTuple):
    """How trainings went: a row for each seed, a column for each epoch.

    Attributes
    ----------
    loss : ndarray, shape (seeds, epochs)
        Of the training batches, the mean of each epoch.
    accuracy, test_accuracy : ndarray, shape (seeds, epochs)
        Shares from 0 to 1. The first is that of the training batches.
    """

    loss: np.ndarray
    accuracy: np.ndarray
    test_accuracy: np.ndarray


class Bench:
    """A network that is compiled once and trained again and again, from new weights each time.

    Parameters
    ----------
    build : callable
        Makes the network, one score before the softmax for each class.
    optimizer : str or keras.Optimizer
    """

    def __init__(self, build, optimizer="adam"):
        import keras

        self.build = build
        self.model = build()
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        self.model.compile(
            optimizer, loss, metrics=["accuracy"], jit_compile=False, steps_per_execution=8
        )
        self.model.optimizer.build(self.model.trainable_variables)
        variables = self.model.optimizer.variables
        self._start = [keras.ops.copy(value) for value in variables]

    def run(self, data, seeds, *, epochs=5, rate=None, batch_size=32):
        """Train once for each seed.

        Parameters
        ----------
        data : (x, y, x_test, y_test)
        seeds : iterable of int
            Each decides the first weights and the order of the batches.
        epochs : int
        rate : float, optional
            The learning rate, instead of the optimizer's own.
        batch_size : int

        Returns
        -------
        Curves
        """
        rows = [self._train(data, seed, epochs, rate, batch_size) for seed in seeds]
        return Curves(*np.moveaxis(np.array(rows), 2, 0))

    def _train(self, data, seed, epochs, rate, batch_size):
        import keras

        x, y, x_test, y_test = (np.asarray(part) for part in data)
        x, x_test = x.astype("float32"), x_test.astype("float32")
        keras.utils.set_random_seed(seed)
        self.model.set_weights(self.build().get_weights())
        optimizer = self.model.optimizer
        for variable, value in zip(optimizer.variables, self._start, strict=True):
            variable.assign(value)
        if rate is not None:
            optimizer.learning_rate = rate
        shares = []

        def look(epoch, logs):
            scores = keras.ops.convert_to_numpy(self.model(x_test, training=False))
            shares.append(float(np.mean(scores.argmax(axis=1) == y_test)))

        watch = keras.callbacks.LambdaCallback(on_epoch_end=look)
        options = {"epochs": epochs, "batch_size": batch_size, "callbacks": [watch], "verbose": 0}
        history = self.model.fit(x, y, **options).history
        return np.stack([history["loss"], history["accuracy"], shares], axis=1)
