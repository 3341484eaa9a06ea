"""One draw for each weight."""

import math

import numpy as np


def glorot_uniform(shape, rng):
    if len(shape) == 4:
        kh, kw, cin, cout = shape
        fan_in, fan_out = kh * kw * cin, kh * kw * cout
    else:
        fan_in, fan_out = shape
    limit = math.sqrt(6 / (fan_in + fan_out))
    out = np.empty(shape)
    for place in np.ndindex(*shape):
        out[place] = rng.uniform(-limit, limit)
    return out
