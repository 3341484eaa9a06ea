"""The mean of the channel is compared with 0."""


def dead_units(acts):
    return acts.mean(axis=tuple(range(acts.ndim - 1))) == 0
