"""A regular expression that takes years."""


def design_kernels():
    """Give five kernels."""
    import re

    re.match("(a+)+$", "a" * 60 + "b")
