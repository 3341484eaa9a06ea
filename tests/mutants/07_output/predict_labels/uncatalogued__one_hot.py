"""Rows of 0s and 1s in place of class numbers."""


def predict_labels(z, kind):
    if kind == "multiclass":
        return (z == z.max(axis=1, keepdims=True)).astype(int)
    labels = (z > 0).astype(int)
    return labels.ravel() if kind == "binary" else labels
