"""Counts the places where the window can start."""


def conv_output_size(n, k, stride=1, pad=0):
    starts = range(-pad, n + pad - k + 1, stride)
    if not starts:
        raise ValueError("there is no place for the kernel")
    return len(starts)
