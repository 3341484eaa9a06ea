"""Lists the weakest class first, with all of its confusions."""


def worst_confusions(cm, n):
    k = len(cm)
    rows = sorted((a for a in range(k) if cm[a].sum()), key=lambda a: cm[a, a] / cm[a].sum())
    out = []
    for a in rows:
        out += sorted(
            ((a, b, cm[a, b] / cm[a].sum()) for b in range(k) if b != a and cm[a, b]),
            key=lambda t: -t[2],
        )
    return out[:n]
