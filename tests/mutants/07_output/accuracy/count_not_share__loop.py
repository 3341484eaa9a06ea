"""A loop that never divides."""


def accuracy(y, p):
    right = 0
    for truth, guess in zip(y, p, strict=True):
        if truth == guess:
            right += 1
    return right
