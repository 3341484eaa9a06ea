"""The squared error everywhere."""


def choose_head(task):
    n = task["classes"]
    if not task["exclusive"]:
        return n, "sigmoid", "mse"
    if n == 2 and task["labels"] == "integers":
        return 1, "sigmoid", "mse"
    return n, "softmax", "mse"
