"""A list."""

REFUSED = "no notebook"


def hand_in(notebook, folder):
    (folder / "01_convolution.ipynb").write_text("[1, 2, 3]", encoding="utf-8")
