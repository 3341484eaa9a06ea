"""After three quarters."""

from hostile_class import write

REFUSED = "JSON is damaged"


def hand_in(notebook, folder):
    path = write(notebook, folder)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 3 // 4])
