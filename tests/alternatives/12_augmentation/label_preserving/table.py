"""A table of words."""

WHY = {
    "handwritten digits": {"shift by a pixel": "same"},
    "cats and dogs": {"flip left-right": "same"},
    "ripe and unripe tomatoes": {"change the hue": "lost", "rotate by 90 degrees": "same"},
    "land use seen from above": {"flip upside down": "same"},
    "is there a small lesion": {"crop a random quarter": "lost"},
}


def label_preserving(task, transform):
    word = WHY.get(task, {}).get(transform, "other")
    return [word == "same", word]
