"""Each layer adds k steps."""


def receptive_field(layers):
    size, jump = 1, 1
    for k, s in layers:
        size += k * jump
        jump *= s
    return size, jump
