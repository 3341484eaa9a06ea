"""Its pieces check nothing; the course's own does."""

from hostile_class import place, write

NOTE = "several times"


def hand_in(notebook, folder):
    at = place(notebook, "window_dot-visible")
    check = notebook["cells"][at]
    notebook["cells"][at : at + 1] = [
        dict(check, id="piece-0", source="check("),
        dict(check, id="piece-1", source="window_dot)"),
    ]
    write(notebook, folder)
