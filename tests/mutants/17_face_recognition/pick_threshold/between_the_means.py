"""Halfway between the means."""


def pick_threshold(scores, same):
    return float(scores[same].mean() + scores[~same].mean()) / 2
