"""The numbers of the videos, not clips."""


def video_split(lengths, clip_len, step, frac, rng):
    order = rng.permutation(len(lengths))
    k = round(frac * len(lengths))
    return order[k:], order[:k]
