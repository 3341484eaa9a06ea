"""Divides by the number of all weights."""


def l2_gradient(weights, lam):
    count = sum(w.size for w in weights)
    return [lam * w / count for w in weights]
