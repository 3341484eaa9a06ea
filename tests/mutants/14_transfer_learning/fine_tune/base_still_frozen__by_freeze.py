"""The base is frozen before the layers are thawed, and then again."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = False
    model.compile(optimizer=keras.optimizers.Adam(lr), loss=model.loss)
    for layer in base.layers[from_layer:]:
        layer.trainable = False
    return model
