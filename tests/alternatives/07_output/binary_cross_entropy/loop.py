"""Number by number, with math."""

import math


def binary_cross_entropy(z, y):
    total, numbers = 0.0, 0
    for logit, truth in zip(z.ravel().tolist(), y.ravel().tolist(), strict=True):
        wrong = -logit if truth else logit
        total += max(wrong, 0.0) + math.log1p(math.exp(-abs(wrong)))
        numbers += 1
    return total / numbers
