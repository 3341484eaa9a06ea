"""Each is called as the other one."""

from hostile_class import place, write

NOTE = "answers"


def hand_in(notebook, folder):
    first, second = place(notebook, "window_dot"), place(notebook, "flip_kernel")
    cells = notebook["cells"]
    cells[first]["source"], cells[second]["source"] = (
        cells[second]["source"],
        cells[first]["source"],
    )
    write(notebook, folder)
