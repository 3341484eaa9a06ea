"""As some systems write it."""

from hostile_class import write


def hand_in(notebook, folder):
    path = write(notebook, folder)
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
