"""The layers are thawed and the base around them is not, or is frozen last."""

import keras


def fine_tune(model, base, from_layer, lr):
    for number, layer in enumerate(base.layers):
        norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = number >= from_layer and not norm
    base.trainable = False
    model.compile(optimizer=keras.optimizers.Adam(lr), loss=model.loss)
    return model
