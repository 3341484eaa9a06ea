"""Two frames apart."""


def temporal_difference(clip):
    clip = clip.astype(float)
    return clip[2:] - clip[:-2]
