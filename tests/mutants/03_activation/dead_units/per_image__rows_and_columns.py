"""Rows and columns are looked along, the examples are not."""


def dead_units(acts):
    return (acts == 0).all(axis=(1, 2))
