"""Which no notebook may have."""

from hostile_class import write


def hand_in(notebook, folder):
    for cell in notebook["cells"]:
        cell["id"] = "same"
    write(notebook, folder)
