"""Keeps the 0.5."""


def l2_gradient(weights, lam):
    return [0.5 * lam * w for w in weights]
