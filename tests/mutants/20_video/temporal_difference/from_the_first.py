"""Everything is compared with the first frame."""


def temporal_difference(clip):
    clip = clip.astype(float)
    return clip[1:] - clip[0]
