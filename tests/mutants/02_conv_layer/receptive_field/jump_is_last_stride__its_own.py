"""Lets each layer count with its own stride only."""


def receptive_field(layers):
    size = 1
    jump = 1
    for k, s in layers:
        size = size + (k - 1) * s
        jump = s
    return size, jump
