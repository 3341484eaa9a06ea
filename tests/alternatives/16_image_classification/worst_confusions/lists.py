"""Plain lists, sorted up and turned round."""


def worst_confusions(cm, n):
    rows = cm.astype(float).tolist()
    out = [[i, j, v / sum(r)] for i, r in enumerate(rows) for j, v in enumerate(r) if i - j and v]
    out.sort(key=lambda t: t[2])
    out.reverse()
    return out[:n]
