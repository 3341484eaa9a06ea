"""A lent function inside a function."""

from cnnbasics import use_reference

lent = use_reference("window_dot")


def window_dot(patch, kernel, bias=0.0):
    return lent(patch, kernel, bias)
