"""A segmentation fault."""


def design_kernels():
    """Give five kernels."""
    import ctypes

    ctypes.string_at(0)
