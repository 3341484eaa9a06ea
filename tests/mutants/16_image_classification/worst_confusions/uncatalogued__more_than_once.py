"""Leaves out what happened once."""


def worst_confusions(cm, n):
    f = [
        (a, b, cm[a, b] / cm[a].sum())
        for a in range(len(cm))
        for b in range(len(cm))
        if a != b and cm[a, b] > 1
    ]
    return sorted(f, key=lambda t: -t[2])[:n]
