"""Logits go into losses that expect probabilities."""


def choose_head(task):
    n = task["classes"]
    if not task["exclusive"]:
        return n, "linear", "binary_crossentropy"
    if n == 2 and task["labels"] == "integers":
        return 1, "linear", "binary_crossentropy"
    if task["labels"] == "rows":
        return n, "linear", "categorical_crossentropy"
    return n, "linear", "sparse_categorical_crossentropy"
