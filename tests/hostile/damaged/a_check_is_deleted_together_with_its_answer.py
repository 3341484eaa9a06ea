"""The marks are still out of the same sum."""

from hostile_class import place, write

LOSES = {"design_kernels"}
NOTE = "put back"


def hand_in(notebook, folder):
    for name in ("design_kernels", "design_kernels-visible", "design_kernels-hidden"):
        del notebook["cells"][place(notebook, name)]
    write(notebook, folder)
