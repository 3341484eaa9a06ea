"""It earns nothing, and costs nothing else."""

from hostile_class import place, write

LOSES = {"design_kernels"}
NOTE = "put back"


def hand_in(notebook, folder):
    del notebook["cells"][place(notebook, "design_kernels")]
    write(notebook, folder)
