"""A property that cannot be set."""


def freeze(base):
    base.trainable_weights = []
    return base
