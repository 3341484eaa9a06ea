"""Products and sums of 0s and 1s; a list comes back."""


def sensitivity_specificity(y, p):
    y, p = y.astype(float), p.astype(float)
    return [
        float((y * p).sum() / max(y.sum(), 1)),
        float(((1 - y) * (1 - p)).sum() / max((1 - y).sum(), 1)),
    ]
