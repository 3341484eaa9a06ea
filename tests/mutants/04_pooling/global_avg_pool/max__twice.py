"""Takes the largest of the largest."""


def global_avg_pool(x):
    return x.max(axis=1).max(axis=1)
