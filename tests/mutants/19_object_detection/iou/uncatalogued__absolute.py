"""Takes the size of a negative side."""


def iou(a, b):
    w = abs(min(a[2], b[2]) - max(a[0], b[0]))
    h = abs(min(a[3], b[3]) - max(a[1], b[1]))
    shared = w * h
    return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared)
