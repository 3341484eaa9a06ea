"""Adds in place of multiplying."""


def dense_params(nin, nout):
    return nin + nout
