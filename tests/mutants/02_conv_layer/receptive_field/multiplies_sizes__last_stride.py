"""Multiplies the windows, and gives the last stride as the jump."""


def receptive_field(layers):
    size = 1
    jump = 1
    for k, s in layers:
        size = size * k
        jump = s
    return size, jump
