"""Points downhill."""


def l2_gradient(weights, lam):
    return [-lam * w for w in weights]
