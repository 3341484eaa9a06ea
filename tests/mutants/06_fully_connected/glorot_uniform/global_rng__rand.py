"""Draws with rand."""
# ruff: noqa: NPY002

import numpy as np


def glorot_uniform(shape, rng):
    if len(shape) == 4:
        kh, kw, cin, cout = shape
        fan_in, fan_out = kh * kw * cin, kh * kw * cout
    else:
        fan_in, fan_out = shape
    limit = np.sqrt(6 / (fan_in + fan_out))
    return (np.random.rand(*shape) * 2 - 1) * limit
