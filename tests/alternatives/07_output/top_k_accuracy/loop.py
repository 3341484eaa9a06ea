"""Example by example."""


def top_k_accuracy(y, z, k):
    hits = 0
    for row, truth in zip(z.tolist(), y.tolist(), strict=True):
        hits += row[truth] in sorted(row, reverse=True)[:k]
    return hits / len(y)
