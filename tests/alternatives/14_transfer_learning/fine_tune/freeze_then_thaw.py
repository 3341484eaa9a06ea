"""Freeze all, then thaw the last part with the base around it."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for layer in base.layers:
        layer.trainable = False
    chosen = [
        layer
        for layer in base.layers[from_layer:]
        if not isinstance(layer, keras.layers.BatchNormalization)
    ]
    for layer in chosen:
        layer.trainable = True
    optimizer = keras.optimizers.RMSprop()
    optimizer.learning_rate = lr
    model.compile(optimizer, model.loss, metrics=["accuracy"])
    return model
