"""Boxes that cross, with no corner inside each other, share nothing."""


def inside(x, y, box):
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def iou(a, b):
    corners = [(c[i], c[j], o) for c, o in ((a, b), (b, a)) for i in (0, 2) for j in (1, 3)]
    if not any(inside(*corner) for corner in corners):
        return 0.0
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    shared = w * h
    return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared)
