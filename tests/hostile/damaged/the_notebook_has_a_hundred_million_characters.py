"""In one cell."""

from hostile_class import place, write

REFUSED = "characters"


def hand_in(notebook, folder):
    notebook["cells"][place(notebook, "setup")]["source"] = "# " + "x" * 100_000_000
    write(notebook, folder)
