"""Only layers with a kernel are frozen."""


def freeze(base):
    for layer in base.layers:
        if hasattr(layer, "layers"):
            freeze(layer)
        elif hasattr(layer, "kernel"):
            layer.trainable = False
    return base
