"""It is not followed."""

from hostile_class import SECRET, write

NOTE = "is a link"


def hand_in(notebook, folder):
    write(notebook, folder)
    (folder / "more.ipynb").symlink_to(SECRET)
    (folder / "data.csv").symlink_to("/etc/passwd")
