"""Under this unit's name."""

from hostile_class import write

REFUSED = "no cell of this unit"


def hand_in(notebook, folder):
    for cell in notebook["cells"]:
        cell["metadata"], cell["id"] = {}, "of-another-unit"
        cell["source"] = "print(1)"
    write(notebook, folder)
