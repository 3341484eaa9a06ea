"""Leaves out what is rarer than one in a hundred."""


def worst_confusions(cm, n):
    f = [
        (a, b, cm[a, b] / cm[a].sum())
        for a in range(len(cm))
        for b in range(len(cm))
        if a != b and cm[a, b] > 0 and cm[a, b] / cm[a].sum() >= 0.01
    ]
    return sorted(f, key=lambda t: -t[2])[:n]
