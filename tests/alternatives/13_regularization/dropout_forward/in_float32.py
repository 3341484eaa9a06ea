"""All in float32, each example by itself."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    scale = np.float32(1 / (1 - rate))
    masks = []
    for one in x:
        drawn = rng.uniform(size=one.shape) > rate
        masks.append(np.where(drawn, scale, 0) if training else np.ones(one.shape))
    mask = np.array(masks, dtype=np.float32)
    return x.astype(np.float32) * mask, mask
