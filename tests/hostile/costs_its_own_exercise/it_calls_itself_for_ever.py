"""A recursion without end."""


def design_kernels():
    """Give five kernels."""
    return design_kernels()
