"""Both parts are drawn, each by itself."""


def make_splits(n, frac, rng, groups=None, labels=None):
    k = round(frac * n)
    return rng.permutation(n)[k:], rng.permutation(n)[:k]
