"""As after a detour through another program; the cells' own ids are left."""

from hostile_class import write


def hand_in(notebook, folder):
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    write(notebook, folder)
