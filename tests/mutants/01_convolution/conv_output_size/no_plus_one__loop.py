"""Counts the steps of the window and not the places where it stands."""


def conv_output_size(n, k, stride=1, pad=0):
    room = n + 2 * pad - k
    if room < 0:
        raise ValueError("the kernel does not fit")
    steps = 0
    while room >= stride:
        room -= stride
        steps += 1
    return steps
