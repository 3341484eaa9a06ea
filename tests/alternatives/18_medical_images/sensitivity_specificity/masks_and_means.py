"""Masks and means, where there is something to take the mean of."""


def sensitivity_specificity(y, p):
    ill, healthy = y == 1, y == 0
    sensitivity = p[ill].mean() if ill.any() else 0
    specificity = 1 - p[healthy].mean() if healthy.any() else 0
    return sensitivity, specificity
