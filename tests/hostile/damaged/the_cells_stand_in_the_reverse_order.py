"""Last things first."""

from hostile_class import write

NOTE = "put back in order"


def hand_in(notebook, folder):
    notebook["cells"].reverse()
    write(notebook, folder)
