"""Halfway between the lowest of one person and the highest of two."""


def pick_threshold(scores, same):
    return float(scores[same].min() + scores[~same].max()) / 2
