"""A tie counts as a win."""


def roc_auc(y, scores):
    won = 0
    ill, healthy = scores[y == 1], scores[y == 0]
    for one in ill:
        for other in healthy:
            if one >= other:
                won += 1
    return won / (len(ill) * len(healthy))
