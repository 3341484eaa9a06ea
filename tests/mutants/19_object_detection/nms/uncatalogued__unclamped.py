"""Its own IoU multiplies two negatives."""

import numpy as np


def nms(boxes, scores, threshold):
    def share(a, b):
        both = (min(a[2], b[2]) - max(a[0], b[0])) * (min(a[3], b[3]) - max(a[1], b[1]))
        return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)

    left = list(np.argsort(-scores))
    kept = []
    while left:
        best = left.pop(0)
        kept.append(best)
        left = [i for i in left if share(boxes[best], boxes[i]) <= threshold]
    return np.array(kept)
