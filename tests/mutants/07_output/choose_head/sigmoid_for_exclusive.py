"""A sigmoid for each class, whether they exclude each other or not."""


def choose_head(task):
    if task["classes"] == 2 and task["labels"] == "integers":
        return 1, "sigmoid", "binary_crossentropy"
    return task["classes"], "sigmoid", "binary_crossentropy"
