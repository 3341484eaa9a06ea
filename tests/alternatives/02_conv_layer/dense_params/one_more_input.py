"""The bias is the weight of one more input that is always 1."""


def dense_params(nin, nout):
    inputs_and_one = nin + 1
    return float(inputs_and_one * nout)
