"""The word first."""

OTHER = {
    ("handwritten digits", "flip left-right"),
    ("handwritten digits", "rotate by 180 degrees"),
    ("left or right hand", "flip left-right"),
    ("arrows to the left or right", "flip left-right"),
}
LOST = {
    ("ripe and unripe tomatoes", "change the hue"),
    ("is there a small lesion", "crop a random quarter"),
}


def label_preserving(task, transform):
    if (task, transform) in OTHER:
        return "other", False
    if (task, transform) in LOST:
        return "lost", False
    return "same", True
