"""The rest is the same task again."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def nms(boxes, scores, threshold):
    def rest(left):
        if not left:
            return []
        best = max(left, key=lambda i: scores[i])
        others = [i for i in left if i != best and overlap(boxes[best], boxes[i]) <= threshold]
        return [best, *rest(others)]

    return np.array(rest(list(range(len(scores)))))
