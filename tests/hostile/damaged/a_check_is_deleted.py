"""It still counts."""

from hostile_class import place, write

NOTE = "put back"


def hand_in(notebook, folder):
    del notebook["cells"][place(notebook, "window_dot-hidden")]
    write(notebook, folder)
