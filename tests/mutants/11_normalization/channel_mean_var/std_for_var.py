"""Returns the std."""


def channel_mean_var(x):
    return x.mean(axis=(0, 1, 2)), x.std(axis=(0, 1, 2))
