"""Lists pairs that were never confused."""


def worst_confusions(cm, n):
    k, found = len(cm), []
    for a in range(k):
        for b in range(k):
            if a != b:
                share = cm[a, b] / max(cm[a].sum(), 1)
                found.append((a, b, share))
    found.sort(key=lambda triple: -triple[2])
    return found[:n]
