"""Multiplies the jump before it is used."""


def receptive_field(layers):
    size, jump = 1, 1
    for k, s in layers:
        jump *= s
        size += (k - 1) * jump
    return size, jump
