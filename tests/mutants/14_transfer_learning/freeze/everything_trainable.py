"""The switch has a typo, and Python makes a new attribute of it."""


def freeze(base):
    for layer in base.layers:
        layer.trainble = False
    return base
