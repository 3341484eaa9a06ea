"""Compares the boxes along x alone."""


def iou(a, b):
    shared = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    return shared / (max(a[2], b[2]) - min(a[0], b[0]))
