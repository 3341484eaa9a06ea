"""Only the picture itself is right."""


def label_preserving(task, transform):
    if transform in ("change the hue", "crop a random quarter"):
        return False, "lost"
    return False, "other"
