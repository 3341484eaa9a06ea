"""One function for both."""


def sensitivity_specificity(y, p):
    def share(c):
        told = [q == c for t, q in zip(y, p) if t == c]
        return sum(told) / len(told) if told else 0

    return tuple(map(share, (1, 0)))
