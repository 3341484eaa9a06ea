"""One long list for each channel."""


def channel_mean_var(x):
    flat = x.reshape(-1, x.shape[-1])
    mean = flat.mean(axis=0)
    return mean, ((flat - mean) ** 2).mean(axis=0)
