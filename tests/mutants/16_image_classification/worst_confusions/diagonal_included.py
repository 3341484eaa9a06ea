"""Sorts all places of the table."""


def worst_confusions(cm, n):
    k, found = len(cm), []
    for a in range(k):
        for b in range(k):
            if cm[a, b] > 0:
                share = cm[a, b] / cm[a].sum()
                found.append((a, b, share))
    found.sort(key=lambda triple: -triple[2])
    return found[:n]
