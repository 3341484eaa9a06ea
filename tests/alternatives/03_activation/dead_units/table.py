"""A table with one row for each place."""


def dead_units(acts):
    table = acts.reshape(-1, acts.shape[-1])
    return ~table.any(axis=0)
