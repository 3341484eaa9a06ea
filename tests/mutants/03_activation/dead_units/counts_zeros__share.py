"""The share of zeros of each channel."""


def dead_units(acts):
    flat = acts.reshape(-1, acts.shape[-1])
    return (flat == 0).mean(axis=0)
