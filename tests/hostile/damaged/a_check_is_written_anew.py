"""It asks for nothing."""

from hostile_class import place, write

LOSES = {"design_kernels"}
NOTE = "was changed"


def hand_in(notebook, folder):
    notebook["cells"][place(notebook, "design_kernels")]["source"] = (
        "def design_kernels():\n    return 0.0"
    )
    for name in ("design_kernels-visible", "design_kernels-hidden"):
        notebook["cells"][place(notebook, name)]["source"] = "print('right')"
    write(notebook, folder)
