"""Thaw all, freeze the first part and all batch normalization; nothing comes back."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for layer in base.layers[:from_layer]:
        layer.trainable = False
    for layer in base.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.trainable = False
    model.compile(loss=model.loss, optimizer=keras.optimizers.SGD(learning_rate=lr, momentum=0.9))
