"""Copied and pasted, with all that nbgrader knows it by."""

from hostile_class import place, write

NOTE = "several times"


def hand_in(notebook, folder):
    copies = notebook["cells"]
    at = place(notebook, "window_dot-visible")
    copies.insert(at, dict(copies[at], id="copy"))
    write(notebook, folder)
