"""A bias for every weight."""


def dense_params(nin, nout):
    return nin * nout + nin * nout
