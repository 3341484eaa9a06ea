"""As it was handed out: only the images are shuffled."""


def repair_shuffle(x, y, rng):
    return rng.permutation(x), y
