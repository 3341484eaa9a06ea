"""Steps of 1 in the number of pixels covered."""


def same_padding(n, k, stride):

    out = -(-n // stride)
    total = max(out - 1 + k - n, 0)
    return total // 2, total - total // 2
