"""The distance of the two means."""


def roc_auc(y, scores):
    return float(scores[y == 1].mean() - scores[y == 0].mean())
