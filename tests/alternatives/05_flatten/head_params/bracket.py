"""Inputs and one more."""


def head_params(h, w, c, classes, kind):
    inputs = {"flatten": h * w * c, "gap": c}[kind]
    return (inputs + 1) * classes
