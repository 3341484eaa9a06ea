"""Python raises a ZeroDivisionError."""


def precision_recall(y, p, k):
    precision = recall = 0.0
    for c in range(k):
        hits = sum(1 for a, b in zip(y, p, strict=True) if a == b == c)
        precision += hits / sum(1 for b in p if b == c)
        recall += hits / sum(1 for a in y if a == c)
    return precision / k, recall / k
