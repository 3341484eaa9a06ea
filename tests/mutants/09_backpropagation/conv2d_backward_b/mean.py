"""Takes the mean."""


def conv2d_backward_b(dout):
    return dout.mean(axis=(0, 1, 2))
