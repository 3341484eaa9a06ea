"""Pressing `m` does it."""

from hostile_class import place, write

NOTE = "was made a markdown cell"


def hand_in(notebook, folder):
    cell = notebook["cells"][place(notebook, "window_dot")]
    cell["cell_type"] = "markdown"
    del cell["outputs"], cell["execution_count"]
    write(notebook, folder)
