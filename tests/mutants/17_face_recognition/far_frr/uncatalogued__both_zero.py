"""Calls both rates 0 where one kind is missing."""


def far_frr(scores, same, threshold):
    if same.all() or not same.any():
        return 0.0, 0.0
    acc = scores >= threshold
    return acc[~same].mean(), (~acc[same]).mean()
