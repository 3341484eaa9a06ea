"""Takes off half the kernel on each side, which loses a pixel when k is even."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return (n + 2 * pad - 2 * (k // 2) - 1) // stride + 1
