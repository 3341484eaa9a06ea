"""The healthy are taken for the positive class."""


def sensitivity_specificity(y, p):
    tp = sum(1 for t, c in zip(y, p) if t == 0 and c == 0)
    fn = sum(1 for t, c in zip(y, p) if t == 0 and c == 1)
    tn = sum(1 for t, c in zip(y, p) if t == 1 and c == 1)
    fp = sum(1 for t, c in zip(y, p) if t == 1 and c == 0)
    sensitivity = tp / (tp + fn) if tp + fn else 0.0
    specificity = tn / (tn + fp) if tn + fp else 0.0
    return sensitivity, specificity
