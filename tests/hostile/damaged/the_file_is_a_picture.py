"""With a notebook's name."""

REFUSED = "damaged"


def hand_in(notebook, folder):
    (folder / "01_convolution.ipynb").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
