"""Each layer adds k - 1 pixels."""


def receptive_field(layers):
    size, jump = 1, 1
    for k, s in layers:
        size += k - 1
        jump *= s
    return size, jump
