"""All layers by map, then the model, as a chain."""


def freeze(base):
    [setattr(part, "trainable", False) for part in [*base.layers, base]]
    return base
