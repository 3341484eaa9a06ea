"""No activation anywhere, and losses that take logits."""


def choose_head(task):
    if not task["exclusive"]:
        kind = "Binary"
    else:
        kind = "Categorical" if task["labels"] == "rows" else "SparseCategorical"
    return task["classes"], "linear", f"{kind}Crossentropy(from_logits=True)"
