"""Exchange neighboring axes until the channels are last."""


def nchw_to_nhwc(x):
    return x.swapaxes(1, 2).swapaxes(2, 3)
