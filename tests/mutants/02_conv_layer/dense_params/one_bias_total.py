"""One bias for the layer."""


def dense_params(nin, nout):
    return nin * nout + 1
