"""A size and a sign for each weight."""


def glorot_uniform(shape, rng):
    if len(shape) == 4:
        kh, kw, cin, cout = shape
        fan_in, fan_out = kh * kw * cin, kh * kw * cout
    else:
        fan_in, fan_out = shape
    limit = (6 / (fan_in + fan_out)) ** 0.5
    sizes = rng.random(shape) * limit
    signs = rng.integers(0, 2, shape) * 2 - 1
    return sizes * signs
