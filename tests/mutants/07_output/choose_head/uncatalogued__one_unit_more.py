"""A unit for "none of them"."""


def choose_head(task):
    n = task["classes"]
    if not task["exclusive"]:
        return n + 1, "sigmoid", "binary_crossentropy"
    if task["labels"] == "rows":
        return n + 1, "softmax", "categorical_crossentropy"
    return n + 1, "softmax", "sparse_categorical_crossentropy"
