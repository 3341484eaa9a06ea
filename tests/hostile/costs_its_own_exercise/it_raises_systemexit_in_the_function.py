"""While it is checked."""


def design_kernels():
    """Give five kernels."""
    import sys

    sys.exit(1)
