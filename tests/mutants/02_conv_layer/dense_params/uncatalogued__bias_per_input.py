"""One bias for each input."""


def dense_params(nin, nout):
    return (nout + 1) * nin
