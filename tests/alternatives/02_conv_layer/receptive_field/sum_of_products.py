"""The sum written out."""

import math


def receptive_field(layers):
    strides = [s for _, s in layers]
    jumps = [math.prod(strides[:i]) for i in range(len(layers))]
    size = 1 + sum((k - 1) * jump for (k, _), jump in zip(layers, jumps, strict=True))
    return size, math.prod(strides)
