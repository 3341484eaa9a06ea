"""Counts weights only."""


def dense_params(nin, nout):
    return nin * nout
