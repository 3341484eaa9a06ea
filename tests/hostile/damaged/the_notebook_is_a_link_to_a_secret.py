"""It is not followed."""

from hostile_class import SECRET

REFUSED = "no notebook"


def hand_in(notebook, folder):
    (folder / "01_convolution.ipynb").symlink_to(SECRET)
