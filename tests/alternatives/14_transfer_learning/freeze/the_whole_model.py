"""The switch of the model."""


def freeze(base):
    base.trainable = False
    return base
