"""Reads the images in the order in which they lie in memory."""


def global_avg_pool(x):
    x = x.ravel("K").reshape(x.shape)
    return x.mean(axis=(1, 2))
