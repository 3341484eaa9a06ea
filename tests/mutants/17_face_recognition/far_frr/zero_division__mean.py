"""Asks numpy for the mean of an empty array."""


def far_frr(scores, same, threshold):
    accepted = scores >= threshold
    return accepted[~same].mean(), (~accepted)[same].mean()
