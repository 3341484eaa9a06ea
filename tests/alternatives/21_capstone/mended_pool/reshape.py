"""Each window becomes two axes."""


def mended_pool(x, size):
    n, height, width, channels = x.shape
    rows, columns = height // size, width // size
    x = x[:, : rows * size, : columns * size]
    return x.reshape(n, rows, size, columns, size, channels).max(axis=(2, 4))
