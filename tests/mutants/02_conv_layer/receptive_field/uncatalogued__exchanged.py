"""Gives jump and size."""


def receptive_field(layers):
    size, jump = 1, 1
    for k, s in layers:
        size += (k - 1) * jump
        jump *= s
    return jump, size
