"""Skips a class of which nothing is right, as if it had no examples."""


def worst_confusions(cm, n):
    found = []
    for a in range(len(cm)):
        if cm[a, a] == 0:
            continue
        for b in range(len(cm)):
            if a != b and cm[a, b] > 0:
                found.append((a, b, cm[a, b] / cm[a].sum()))
    return sorted(found, key=lambda triple: -triple[2])[:n]
