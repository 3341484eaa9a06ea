"""Reads the kernel in the order in which it lies in memory."""


def flip_kernel(k):
    return k.ravel("K")[::-1].reshape(k.shape)
