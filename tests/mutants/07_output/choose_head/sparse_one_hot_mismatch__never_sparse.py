"""The loss for rows whatever the labels look like."""


def choose_head(task):
    n = task["classes"]
    if not task["exclusive"]:
        return n, "linear", "BinaryCrossentropy(from_logits=True)"
    return n, "linear", "CategoricalCrossentropy(from_logits=True)"
