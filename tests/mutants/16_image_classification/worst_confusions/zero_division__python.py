"""Divides Python numbers."""


def worst_confusions(cm, n):
    found = []
    for a, row in enumerate(cm.tolist()):
        for b, count in enumerate(row):
            share = count / sum(row)
            if a != b and share > 0:
                found.append((a, b, share))
    return sorted(found, key=lambda triple: -triple[2])[:n]
