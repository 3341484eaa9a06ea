"""There is nothing to check."""


def design_kernels():
    """Give five kernels."""
    return []


del design_kernels
