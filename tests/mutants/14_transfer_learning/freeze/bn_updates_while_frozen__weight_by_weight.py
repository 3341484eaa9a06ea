"""The weights are frozen one by one: the layer still renews its statistics."""


def freeze(base):
    for weight in base.trainable_weights:
        weight.trainable = False
    return base
