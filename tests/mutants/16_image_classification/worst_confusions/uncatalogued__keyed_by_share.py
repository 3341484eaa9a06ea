"""Keeps one pair for each share: of equal ones only the last."""


def worst_confusions(cm, n):
    by_share = {}
    for a in range(len(cm)):
        for b in range(len(cm)):
            if a != b and cm[a, b]:
                by_share[cm[a, b] / cm[a].sum()] = (a, b)
    return [(*by_share[s], s) for s in sorted(by_share, reverse=True)[:n]]
