"""Adds up the windows."""


def receptive_field(layers):
    size = sum(k for k, s in layers)
    jump = 1
    for _, s in layers:
        jump *= s
    return size, jump
