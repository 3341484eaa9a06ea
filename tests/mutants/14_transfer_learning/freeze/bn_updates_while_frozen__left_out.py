"""Batch normalization is left out on purpose."""

import keras


def freeze(base):
    stack = list(base.layers)
    while stack:
        layer = stack.pop()
        if isinstance(layer, keras.Model):
            stack.extend(layer.layers)
        else:
            layer.trainable = isinstance(layer, keras.layers.BatchNormalization)
