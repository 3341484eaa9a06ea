"""As in an archive that was unpacked."""

from hostile_class import write

NOTE = "is called"


def hand_in(notebook, folder):
    (folder / "my work").mkdir()
    write(notebook, folder, "my work/01_convolution.ipynb")
