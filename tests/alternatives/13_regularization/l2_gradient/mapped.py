"""A function for each array, in a tuple."""


def l2_gradient(weights, lam):
    return tuple(map(lambda w: 0.5 * lam * 2 * w, weights))
