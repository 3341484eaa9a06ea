"""All weights are the limit."""

import numpy as np


def glorot_uniform(shape, rng):
    if len(shape) == 4:
        kh, kw, cin, cout = shape
        fan_in, fan_out = kh * kw * cin, kh * kw * cout
    else:
        fan_in, fan_out = shape
    return np.full(shape, np.sqrt(6 / (fan_in + fan_out)))
