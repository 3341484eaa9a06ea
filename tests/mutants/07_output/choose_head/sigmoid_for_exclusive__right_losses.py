"""The losses are right, and a sigmoid stands before each."""


def choose_head(task):
    n = task["classes"]
    if not task["exclusive"]:
        return n, "sigmoid", "binary_crossentropy"
    if task["labels"] == "rows":
        return n, "sigmoid", "categorical_crossentropy"
    if n == 2:
        return 1, "sigmoid", "binary_crossentropy"
    return n, "sigmoid", "sparse_categorical_crossentropy"
