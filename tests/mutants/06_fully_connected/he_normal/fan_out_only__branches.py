"""The wrong end of the shape in both branches."""


def he_normal(shape, rng):
    if len(shape) == 2:
        fan = shape[1]
    else:
        fan = shape[0] * shape[1] * shape[3]
    std = (2 / fan) ** 0.5
    return std * rng.normal(size=shape)
