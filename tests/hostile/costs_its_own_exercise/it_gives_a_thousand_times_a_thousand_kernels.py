"""More than an answer may hold."""


def design_kernels():
    """Give five kernels."""
    return {str(number): [[0.0] * 3] * 3 for number in range(1_000_000)}
