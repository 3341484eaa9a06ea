"""The largest number of each channel is 0."""


def dead_units(acts):
    return acts.max(axis=tuple(range(acts.ndim - 1))) == 0
