"""All numbers in a row, backward."""


def flip_kernel(k):
    return k.ravel()[::-1].reshape(k.shape)
