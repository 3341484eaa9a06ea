"""Raises an exception of its own that is a ValueError."""


class KernelTooLarge(ValueError):
    pass


def conv_output_size(n, k, stride=1, pad=0):
    steps, _rest = divmod(n + 2 * pad - k, stride)
    if steps < 0:
        raise KernelTooLarge(f"{k} > {n + 2 * pad}")
    return steps + 1
