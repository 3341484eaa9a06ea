"""The only one in the folder."""

from hostile_class import write

NOTE = "is called"


def hand_in(notebook, folder):
    write(notebook, folder, "homework final (2).ipynb")
