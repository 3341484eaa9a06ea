"""One unit, a softmax and the loss for class numbers."""


def choose_head(task):
    n = task["classes"]
    if not task["exclusive"]:
        return n, "sigmoid", "binary_crossentropy"
    if task["labels"] == "rows":
        return n, "softmax", "categorical_crossentropy"
    return 1 if n == 2 else n, "softmax", "sparse_categorical_crossentropy"
