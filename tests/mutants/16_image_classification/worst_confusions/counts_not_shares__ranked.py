"""Ranks by counts, and gives shares."""


def worst_confusions(cm, n):
    k, found = len(cm), []
    for a in range(k):
        for b in range(k):
            if a != b and cm[a, b] > 0:
                share = cm[a, b] / cm[a].sum()
                found.append((a, b, share, cm[a, b]))
    found.sort(key=lambda triple: -int(triple[3]))
    return [triple[:3] for triple in found[:n]]
