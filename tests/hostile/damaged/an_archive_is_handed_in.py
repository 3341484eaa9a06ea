"""Nobody unpacks it."""

import zipfile

from hostile_class import write

REFUSED = "no notebook"


def hand_in(notebook, folder):
    with zipfile.ZipFile(folder / "01_convolution.zip", "w") as archive:
        archive.write(write(notebook, folder), "01_convolution.ipynb")
    (folder / "01_convolution.ipynb").unlink()
