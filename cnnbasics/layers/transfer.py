"""Transfer learning in Keras: freeze a base, give it a new head, tune its last layers.

Keras is imported where it is needed: importing TensorFlow takes seconds.
"""

import numpy as np


def freeze(base):
    """Freeze a base, so that training a model that holds it changes none of its numbers.

    Parameters
    ----------
    base : keras.Model
        It is changed where it is, with all layers in it.

    Returns
    -------
    keras.Model
        `base`. A frozen batch normalization runs with its stored mean and variance in training,
        too, and does not renew them.
    """
    base.trainable = False
    return base


def build_transfer(base, n_classes):
    """Put a new head on a frozen base.

    Parameters
    ----------
    base : keras.Model
        Functional. A `Dense` at its end is its old head, and is left out. It is frozen.
    n_classes : int
        At least 2.

    Returns
    -------
    keras.Model
        Compiled for integer labels, with `n_classes` probabilities. It holds the layers of `base`
        themselves and takes what `preprocess_for` gives.
    """
    import keras

    freeze(base)
    has_head = isinstance(base.layers[-1], keras.layers.Dense)
    features = base.layers[-2].output if has_head else base.output
    if len(features.shape) == 4:
        features = keras.layers.GlobalAveragePooling2D()(features)
    outputs = keras.layers.Dense(n_classes, activation="softmax")(features)
    model = keras.Model(base.input, outputs)
    model.compile(
        optimizer=keras.optimizers.Adam(1e-2),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def fine_tune(model, base, from_layer, lr):
    """Thaw the last layers of a base and compile the model anew, with a rate of its own.

    Parameters
    ----------
    model : keras.Model
        Compiled; holds the layers of `base`. It is changed where it is.
    base : keras.Model
        Its layers before ``base.layers[from_layer]`` become frozen, the others trainable, except
        batch normalization, which stays frozen.
    from_layer : int
        From 0 to the number of layers, less 1.
    lr : float
        The learning rate of the new optimizer.

    Returns
    -------
    keras.Model
        `model`, with the loss that it had.
    """
    import keras

    base.trainable = True
    for number, layer in enumerate(base.layers):
        is_norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = number >= from_layer and not is_norm
    model.compile(optimizer=keras.optimizers.Adam(lr), loss=model.loss, metrics=["accuracy"])
    return model


def preprocess_for(base, x):
    """Bring pixels to the range that a base was trained on.

    Parameters
    ----------
    base : keras.Model
        With a `keras.layers.Rescaling` among its layers it takes pixels from 0 to 255; without
        one it takes numbers from -1 to 1.
    x : ndarray, shape (N, H, W, C)
        Pixels from 0 to 255, of any dtype.

    Returns
    -------
    ndarray of float32, the shape of `x`
    """
    import keras

    pixels = np.array(x, dtype=np.float32)
    if any(isinstance(layer, keras.layers.Rescaling) for layer in base.layers):
        return pixels
    return pixels / 127.5 - 1
