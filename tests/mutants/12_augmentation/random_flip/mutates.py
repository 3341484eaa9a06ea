"""Changes the images that came in."""


def random_flip(x, rng, p):
    flips = rng.random(len(x)) < p
    x[flips] = x[flips][:, :, ::-1]
    return x
