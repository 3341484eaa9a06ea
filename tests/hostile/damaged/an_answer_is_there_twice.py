"""The copy stands before the check too."""

from hostile_class import place, write

NOTE = "several times"


def hand_in(notebook, folder):
    at = place(notebook, "window_dot")
    notebook["cells"].insert(at, dict(notebook["cells"][at], id="copy"))
    write(notebook, folder)
