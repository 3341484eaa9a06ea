"""The pairs are counted and not divided."""


def roc_auc(y, scores):
    ill, healthy = scores[y == 1], scores[y == 0]
    return sum(float(a > b) + 0.5 * float(a == b) for a in ill for b in healthy)
