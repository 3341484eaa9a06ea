"""Uses .T, which reverses the order of all four axes."""


def nchw_to_nhwc(x):
    return x.T
