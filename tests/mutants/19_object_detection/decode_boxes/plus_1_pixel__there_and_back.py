"""As in the first programs of this kind: plus 1, and minus 1 at the end."""

import numpy as np


def decode_boxes(anchors, deltas):
    x1, y1, x2, y2 = anchors.T
    dx, dy, dw, dh = deltas.T
    w = x2 - x1 + 1
    h = y2 - y1 + 1
    cx = x1 + w / 2 + dx * w
    cy = y1 + h / 2 + dy * h
    new_w = w * np.exp(dw)
    new_h = h * np.exp(dh)
    return np.stack(
        [cx - new_w / 2, cy - new_h / 2, cx + new_w / 2 - 1, cy + new_h / 2 - 1], axis=1
    )
