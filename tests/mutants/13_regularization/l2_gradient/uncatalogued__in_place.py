"""Writes into the weights."""


def l2_gradient(weights, lam):
    for w in weights:
        w *= lam
    return [w.copy() for w in weights]
