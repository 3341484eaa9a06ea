"""Has another default stride than the contract."""


def conv_output_size(n, k, stride=2, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return (n + 2 * pad - k) // stride + 1
