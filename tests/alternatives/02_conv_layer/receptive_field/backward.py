"""From the last layer to the first: how many inputs do so many outputs need?"""


def receptive_field(layers):
    size, jump = 1, 1
    for k, s in reversed(layers):
        size = (size - 1) * s + k
        jump *= s
    return size, jump
