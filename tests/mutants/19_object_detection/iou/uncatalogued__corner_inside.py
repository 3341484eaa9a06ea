"""Only looks whether a corner of b lies inside a."""


def iou(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    shared = w * h if a[0] <= b[0] < a[2] and a[1] <= b[1] < a[3] else 0
    return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared)
