"""The mean variance of images plus the variance of their means."""


def channel_mean_var(x):
    x = x.astype(float)
    means, variances = x.mean(axis=(1, 2)), x.var(axis=(1, 2))
    return means.mean(axis=0), variances.mean(axis=0) + means.var(axis=0)
