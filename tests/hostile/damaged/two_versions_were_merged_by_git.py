"""And nobody looked."""

from hostile_class import write

REFUSED = "merged"


def hand_in(notebook, folder):
    path = write(notebook, folder)
    text = path.read_text(encoding="utf-8").replace("[", "[\n<<<<<<< HEAD\n", 1)
    path.write_text(text, encoding="utf-8")
