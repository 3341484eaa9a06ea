"""All of the base is thawed."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    model.compile(optimizer=keras.optimizers.Adam(lr), loss=model.loss, metrics=["accuracy"])
    return model
