"""Compares the mean with a small number."""


def dead_units(acts):
    return acts.mean(axis=tuple(range(acts.ndim - 1))) < 1e-6
