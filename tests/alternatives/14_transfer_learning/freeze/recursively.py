"""Into each model inside, down to the layers."""


def freeze(base):
    for layer in getattr(base, "layers", []):
        freeze(layer)
    if not hasattr(base, "layers"):
        base.trainable = False
    return base
