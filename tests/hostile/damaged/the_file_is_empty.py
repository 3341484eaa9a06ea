"""No byte in it."""

REFUSED = "it is empty"


def hand_in(notebook, folder):
    (folder / "01_convolution.ipynb").touch()
