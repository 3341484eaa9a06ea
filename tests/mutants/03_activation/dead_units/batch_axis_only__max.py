"""The largest over the examples, at each place."""


def dead_units(acts):
    return acts.max(axis=0) == 0
