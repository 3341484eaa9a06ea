"""Every second frame."""


def temporal_difference(clip):
    clip = clip.astype(float)
    return clip[1::2] - clip[: len(clip) // 2 * 2 : 2]
