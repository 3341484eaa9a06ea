"""Plain Python."""


def triplet_loss(a, p, n, margin):
    c = [
        max(0.0, sum((x - y) ** 2 - (x - z) ** 2 for x, y, z in zip(*t)) + margin)
        for t in zip(a.tolist(), p.tolist(), n.tolist())
    ]
    return sum(c) / len(c)
