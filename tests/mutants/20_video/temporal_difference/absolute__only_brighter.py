"""Only what becomes brighter."""


def temporal_difference(clip):
    clip = clip.astype(float)
    return (clip[1:] - clip[:-1]).clip(min=0)
