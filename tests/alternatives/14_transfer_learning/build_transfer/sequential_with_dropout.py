"""A body without the old head in a Sequential, dropout and a hidden layer."""

import keras


def build_transfer(base, n_classes):
    layers = list(base.layers)
    if isinstance(layers[-1], keras.layers.Dense):
        layers.pop()
    body = keras.Model(base.input, layers[-1].output)
    body.trainable = False
    model = keras.Sequential([keras.Input(base.input_shape[1:]), body, keras.layers.Flatten()])
    model.add(keras.layers.Dense(8, activation="relu", kernel_regularizer="l2"))
    model.add(keras.layers.Dropout(0.3))
    model.add(keras.layers.Dense(n_classes))
    model.add(keras.layers.Softmax())
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
