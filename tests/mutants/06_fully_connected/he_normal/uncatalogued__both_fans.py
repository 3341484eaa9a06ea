"""Counts inputs and outputs."""

import numpy as np


def he_normal(shape, rng):
    if len(shape) == 4:
        kh, kw, cin, cout = shape
        fan_in, fan_out = kh * kw * cin, kh * kw * cout
    else:
        fan_in, fan_out = shape
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), shape)
