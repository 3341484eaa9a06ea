"""By transform, then by task."""


def label_preserving(task, transform):
    why = "same"
    if transform == "flip left-right" and task != "cats and dogs":
        why = "other"
    elif transform.startswith("rotate by 180"):
        why = "other"
    elif transform in {"change the hue", "crop a random quarter"}:
        why = "lost"
    return why == "same", why
