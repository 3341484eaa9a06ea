"""Each time in other words."""


def design_kernels():
    """Give five kernels."""
    import warnings

    for number in range(1_000_000):
        warnings.warn(f"warning {number}", stacklevel=1)
