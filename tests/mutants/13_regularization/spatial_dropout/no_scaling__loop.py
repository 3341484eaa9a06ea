"""Zeros maps in a copy."""


def spatial_dropout(x, rate, rng):
    y = x.copy()
    for n in range(x.shape[0]):
        for c in range(x.shape[3]):
            if rng.random() < rate:
                y[n, :, :, c] = 0
    return y
