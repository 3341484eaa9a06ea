"""The mean of no numbers."""


def sensitivity_specificity(y, p):
    return (p[y == 1] == 1).mean(), (p[y == 0] == 0).mean()
