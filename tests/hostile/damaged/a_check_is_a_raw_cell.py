"""Pressing `r` does it, and nothing checks."""

from hostile_class import place, write

LOSES = {"design_kernels"}
NOTE = "was made a raw cell"


def hand_in(notebook, folder):
    notebook["cells"][place(notebook, "design_kernels")]["source"] = (
        "def design_kernels():\n    return 0.0"
    )
    for name in ("design_kernels-visible", "design_kernels-hidden"):
        cell = notebook["cells"][place(notebook, name)]
        cell["cell_type"] = "raw"
        del cell["outputs"], cell["execution_count"]
    write(notebook, folder)
