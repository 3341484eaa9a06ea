"""Larger than an answer may be."""


def design_kernels():
    """Give five kernels."""
    import numpy as np

    return np.ones((2**14, 2**13))
