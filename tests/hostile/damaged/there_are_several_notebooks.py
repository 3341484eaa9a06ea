"""The one of the right name was never touched."""

from hostile_class import STUBS, write

NOTE = "Besides"


def hand_in(notebook, folder):
    write(notebook, folder, "01_convolution-Copy1.ipynb")
    for cell in notebook["cells"]:
        cell["source"] = STUBS.get(cell["id"], cell["source"])
    write(notebook, folder)
