"""How often each class occurs."""


def class_weights(y):
    weights = {}
    for label in y.tolist():
        weights[label] = weights.get(label, 0) + 1
    return weights
