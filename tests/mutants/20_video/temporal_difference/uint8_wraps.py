"""Bytes minus bytes."""


def temporal_difference(clip):
    return clip[1:] - clip[:-1]
