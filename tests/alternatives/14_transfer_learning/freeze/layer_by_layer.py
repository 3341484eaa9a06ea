"""The switch of each layer; nothing comes back."""


def freeze(base):
    for layer in base.layers:
        layer.trainable = False
