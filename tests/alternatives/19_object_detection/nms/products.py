"""Without a division."""

import numpy as np


def nms(boxes, scores, threshold):
    boxes = boxes.astype(float)
    area = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    order, kept = np.argsort(-scores), []
    while order.size:
        i, order = order[0], order[1:]
        kept.append(i)
        side = np.minimum(boxes[i, 2:], boxes[order, 2:]) - np.maximum(
            boxes[i, :2], boxes[order, :2]
        )
        both = np.clip(side, 0, None).prod(axis=1)
        order = order[both <= threshold * (area[i] + area[order] - both)]
    return np.stack(kept)
