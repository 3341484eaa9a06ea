"""The layers of the base one after the other, frozen last of all."""

import keras


def build_transfer(base, n_classes):
    x = inputs = keras.Input(base.input_shape[1:])
    for number, layer in enumerate(base.layers[1:]):
        if isinstance(layer, keras.layers.Dense) and number == len(base.layers) - 2:
            break
        x = layer(x)
    if x.ndim > 2:
        x = keras.layers.Flatten()(x)
    model = keras.Model(inputs, keras.layers.Dense(n_classes, "softmax")(x))
    base.trainable = False
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
