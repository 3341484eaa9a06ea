"""Divided by all pairs of scans, also those of two ill ones."""


def roc_auc(y, scores):
    total = 0.0
    for i in range(len(y)):
        for j in range(len(y)):
            if y[i] == 1 and y[j] == 0:
                total += 1.0 if scores[i] > scores[j] else 0.5 if scores[i] == scores[j] else 0.0
    return total / (len(y) * len(y))
