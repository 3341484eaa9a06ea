"""Rows are subtracted from rows."""


def temporal_difference(clip):
    clip = clip.astype(float)
    return clip[:, 1:] - clip[:, :-1]
