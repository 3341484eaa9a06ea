"""Looks at false rejects only."""


def pick_threshold(scores, same):
    return float(scores[same].min())
