"""The same head for everything."""


def choose_head(task):
    return task["classes"], "sigmoid", "binary_crossentropy"
