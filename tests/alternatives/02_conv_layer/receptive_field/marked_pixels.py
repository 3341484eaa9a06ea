"""Follows the windows of two neighbors down to the pixels they see."""


def receptive_field(layers):
    one, other = {0}, {1}
    for k, s in layers[::-1]:
        one = {i * s + a for i in one for a in range(k)}
        other = {i * s + a for i in other for a in range(k)}
    return [max(one) - min(one) + 1, min(other) - min(one)]
