"""As some editors write it."""

from hostile_class import write


def hand_in(notebook, folder):
    path = write(notebook, folder)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
