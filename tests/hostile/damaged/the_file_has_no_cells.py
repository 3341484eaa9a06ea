"""An empty object."""

REFUSED = "no list of cells"


def hand_in(notebook, folder):
    (folder / "01_convolution.ipynb").write_text("{}", encoding="utf-8")
