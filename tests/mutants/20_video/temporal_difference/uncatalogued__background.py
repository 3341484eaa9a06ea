"""Takes off the mean over time."""


def temporal_difference(clip):
    clip = clip.astype(float)
    return clip[1:] - clip.mean(axis=0)
