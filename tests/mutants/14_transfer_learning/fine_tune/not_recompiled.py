"""The switches are set, and that is all."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for number, layer in enumerate(base.layers):
        norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = number >= from_layer and not norm
    model.optimizer.learning_rate = lr
    return model
