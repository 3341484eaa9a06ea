"""Changes the signs."""


def flip_kernel(k):
    return -k
