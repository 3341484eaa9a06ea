"""One axis after the other."""


def dead_units(acts):
    zero = acts == 0
    while zero.ndim > 1:
        zero = zero.all(axis=0)
    return zero
