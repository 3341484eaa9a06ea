"""Walks the window to the right, step by step, until it would leave the padded image."""


def conv_output_size(n, k, stride=1, pad=0):
    right_edge, places = k, 0
    while right_edge <= n + 2 * pad:
        places += 1
        right_edge += stride
    if places == 0:
        raise ValueError("kernel too large")
    return places
