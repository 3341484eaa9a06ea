"""All of them empty."""

from hostile_class import write

REFUSED = "100,000 cells"


def hand_in(notebook, folder):
    empty = dict(notebook["cells"][0], source="")
    notebook["cells"] = [empty] * 100_000
    write(notebook, folder)
