"""Puts the prediction first."""


def worst_confusions(cm, n):
    k, found = len(cm), []
    for a in range(k):
        for b in range(k):
            if a != b and cm[a, b] > 0:
                share = cm[a, b] / cm[a].sum()
                found.append((b, a, share))
    found.sort(key=lambda triple: -triple[2])
    return found[:n]
