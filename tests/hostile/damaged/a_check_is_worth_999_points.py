"""Points come from the course."""

from hostile_class import STUBS, place, write

LOSES = {"design_kernels"}


def hand_in(notebook, folder):
    notebook["cells"][place(notebook, "design_kernels")]["source"] = STUBS["design_kernels"]
    for cell in notebook["cells"]:
        own = cell["metadata"].get("nbgrader", {})
        if own.get("grade"):
            own["points"] = 999
    write(notebook, folder)
