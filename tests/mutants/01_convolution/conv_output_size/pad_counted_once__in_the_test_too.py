"""Adds the padding once, in the size and in the test of whether the kernel fits."""


def conv_output_size(n, k, stride=1, pad=0):
    padded = n + pad
    if k > padded:
        raise ValueError(f"a kernel of {k} on {padded} pixels")
    return (padded - k) // stride + 1
