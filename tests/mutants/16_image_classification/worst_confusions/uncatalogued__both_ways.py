"""Adds up both ways of a pair."""


def worst_confusions(cm, n):
    both = cm + cm.T
    k, found = len(cm), []
    for a in range(k):
        for b in range(a + 1, k):
            if both[a, b]:
                found.append((a, b, both[a, b] / (cm[a].sum() + cm[b].sum())))
    return sorted(found, key=lambda triple: -triple[2])[:n]
