"""True is taken for frozen."""


def freeze(base):
    base.trainable = True
    return base
