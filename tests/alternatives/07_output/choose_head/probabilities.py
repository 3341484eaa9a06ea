"""Softmax or sigmoid, and Keras' names."""


def choose_head(task):
    n = task["classes"]
    if not task["exclusive"]:
        return n, "sigmoid", "binary_crossentropy"
    if task["labels"] == "rows":
        return n, "softmax", "categorical_crossentropy"
    if n == 2:
        return 1, "sigmoid", "binary_crossentropy"
    return n, "softmax", "sparse_categorical_crossentropy"
