"""An array that never comes."""


def design_kernels():
    """Give five kernels."""

    class Slow:
        def __array__(self, dtype=None, copy=None):
            while True:
                pass

    return Slow()
