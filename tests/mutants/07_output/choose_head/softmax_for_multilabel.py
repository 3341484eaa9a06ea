"""A softmax over answers of which several can be right."""


def choose_head(task):
    n = task["classes"]
    if task["labels"] == "rows":
        return n, "softmax", "categorical_crossentropy"
    if n == 2:
        return 1, "sigmoid", "binary_crossentropy"
    return n, "softmax", "sparse_categorical_crossentropy"
