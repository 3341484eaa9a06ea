"""With the tag that nbclient heeds."""

from hostile_class import place, write

LOSES = {"design_kernels"}


def hand_in(notebook, folder):
    notebook["cells"][place(notebook, "design_kernels")]["source"] = (
        "def design_kernels():\n    return 0.0"
    )
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["metadata"]["tags"] = ["skip-execution"]
    write(notebook, folder)
