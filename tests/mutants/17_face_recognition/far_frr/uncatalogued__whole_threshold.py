"""Cuts the threshold off to a whole number."""


def far_frr(scores, same, threshold):
    acc = scores >= int(threshold)
    return acc[~same].mean() if (~same).any() else 0.0, (~acc[same]).mean() if same.any() else 0.0
