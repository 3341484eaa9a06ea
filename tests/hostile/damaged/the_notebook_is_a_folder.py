"""With the notebook's name."""

REFUSED = "no notebook"


def hand_in(notebook, folder):
    (folder / "01_convolution.ipynb").mkdir()
