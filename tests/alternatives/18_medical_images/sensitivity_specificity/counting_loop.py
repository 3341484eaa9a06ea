"""Counts in a loop."""


def sensitivity_specificity(y, p):
    right, there = [0, 0], [0, 0]
    for truth, called in zip(y.tolist(), p.tolist()):
        there[truth] += 1
        right[truth] += truth == called
    shares = [r / n if n else 0.0 for r, n in zip(right, there)]
    return shares[1], shares[0]
