"""math.exp and math.log of what they cannot take."""

import math


def cross_entropy(z, y):
    losses = []
    for row, truth in zip(z, y, strict=True):
        powers = [math.exp(value) for value in row]
        losses.append(-math.log(powers[truth] / sum(powers)))
    return sum(losses) / len(losses)
