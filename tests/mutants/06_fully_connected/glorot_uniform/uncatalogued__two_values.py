"""Plus or minus the standard deviation."""

import numpy as np


def glorot_uniform(shape, rng):
    if len(shape) == 4:
        kh, kw, cin, cout = shape
        fan_in, fan_out = kh * kw * cin, kh * kw * cout
    else:
        fan_in, fan_out = shape
    std = np.sqrt(2 / (fan_in + fan_out))
    return rng.choice([-std, std], shape)
