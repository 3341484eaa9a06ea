"""What is imported is the course's own."""

from hostile_class import place, write

LOSES = {"design_kernels"}


def hand_in(notebook, folder):
    notebook["cells"][place(notebook, "design_kernels")]["source"] = (
        "def design_kernels():\n    return 0.0"
    )
    write(notebook, folder)
    (folder / "numpy.py").write_text("isclose = lambda *anything, **more: True\n", encoding="utf-8")
    (folder / "cnnbasics.py").write_text("check = predict = print\n", encoding="utf-8")
