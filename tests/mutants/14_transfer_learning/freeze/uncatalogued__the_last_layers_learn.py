"""The last layers are left to learn."""


def freeze(base):
    for layer in base.layers[:-2]:
        layer.trainable = False
    if base.layers[-1].weights or base.layers[-2].weights:
        return base
    for layer in base.layers[-4:]:
        layer.trainable = True
    return base
