"""Merged with what stood above."""

from hostile_class import place, write

NOTE = "put back"


def hand_in(notebook, folder):
    at = place(notebook, "flip_kernel")
    cells = notebook["cells"]
    cells[at]["source"] += "\n\ncheck(flip_kernel)"
    del cells[at + 1 : at + 3]
    write(notebook, folder)
