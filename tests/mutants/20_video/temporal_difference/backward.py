"""The earlier minus the later."""


def temporal_difference(clip):
    clip = clip.astype(float)
    return clip[:-1] - clip[1:]
