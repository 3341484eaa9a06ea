"""Everything is harmless."""


def label_preserving(task, transform):
    return True, "same"
