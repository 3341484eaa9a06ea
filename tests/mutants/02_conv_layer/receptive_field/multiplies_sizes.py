"""Multiplies the windows."""


def receptive_field(layers):
    size, jump = 1, 1
    for k, s in layers:
        size *= k
        jump *= s
    return size, jump
