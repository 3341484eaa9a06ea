"""Adds zeros after and before in turn until the windows fit."""


def same_padding(n, k, stride):

    wanted = (n + stride - 1) // stride
    before = after = 0
    while (n + before + after - k) // stride + 1 < wanted or n + before + after < k:
        if after > before:
            before += 1
        else:
            after += 1
    return [before, after]
