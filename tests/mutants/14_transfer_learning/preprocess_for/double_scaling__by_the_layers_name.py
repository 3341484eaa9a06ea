"""A layer's name is what whoever built the base gave it."""


def preprocess_for(base, x):
    if any("rescaling" in layer.name for layer in base.layers):
        return 1.0 * x
    return x / 127.5 - 1
