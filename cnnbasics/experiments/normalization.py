"""The same network on pixels of three scales, with batch normalization and without."""

from cnnbasics import datasets, layers
from cnnbasics.experiments.arms import Bench


def scaled_digits():
    """Load the digits with pixels of three scales.

    Returns
    -------
    dict of str to (x, y, x_test, y_test)
        "raw" from 0 to 255, "/255" from 0 to 1, "standardized" with mean 0 and std 1.
    """
    x, y, x_test, y_test, _ = datasets.load("digits")
    x, x_test = x * (255 / 16), x_test * (255 / 16)
    mean, std = layers.fit_scaler(x)
    scales = {
        "raw": lambda x: x,
        "/255": lambda x: x / 255,
        "standardized": lambda x: (x - mean) / std,
    }
    return {name: (scale(x), y, scale(x_test), y_test) for name, scale in scales.items()}


def network(batch_norm):
    """Build a network for digits of 8x8 pixels.

    Parameters
    ----------
    batch_norm : bool
        Whether a batch normalization stands between each convolution and its ReLU.

    Returns
    -------
    keras.Sequential
    """
    import keras

    model = keras.Sequential([keras.Input((8, 8, 1))])
    for k, filters in enumerate((16, 32, 32)):
        model.add(keras.layers.Conv2D(filters, 3, padding="same", use_bias=not batch_norm))
        if batch_norm:
            model.add(keras.layers.BatchNormalization(momentum=0.9))
        model.add(keras.layers.ReLU())
        if k == 0:
            model.add(keras.layers.MaxPooling2D())
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(10))
    return model


def benches():
    """Make the network without and with batch normalization, for plain SGD at a rate of 0.01.

    Returns
    -------
    dict of bool to Bench
    """
    import keras

    return {
        batch_norm: Bench(lambda norm=batch_norm: network(norm), keras.optimizers.SGD(0.01))
        for batch_norm in (False, True)
    }
