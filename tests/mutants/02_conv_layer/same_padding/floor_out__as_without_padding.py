"""Takes the size of the output without padding."""


def same_padding(n, k, stride):
    out = (n - k) // stride + 1
    total = max((out - 1) * stride + k - n, 0)
    before = total // 2
    return before, total - before
