"""The variance is taken for the limit."""


def glorot_uniform(shape, rng):
    if len(shape) == 4:
        kh, kw, cin, cout = shape
        fan_in, fan_out = kh * kw * cin, kh * kw * cout
    else:
        fan_in, fan_out = shape
    limit = 2 / (fan_in + fan_out)
    return rng.uniform(-limit, limit, shape)
