"""Only the first layer is frozen, and that is the input."""


def freeze(base):
    base.layers[0].trainable = False
