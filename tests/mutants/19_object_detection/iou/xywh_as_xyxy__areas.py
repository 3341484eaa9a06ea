"""Corners for the overlap, width and height for the areas."""


def iou(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    shared = w * h
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)
