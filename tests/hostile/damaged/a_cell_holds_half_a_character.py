"""One of two surrogates."""

from hostile_class import place, write


def hand_in(notebook, folder):
    notebook["cells"][place(notebook, "setup") - 1]["source"] = "half: \ud83d"
    write(notebook, folder)
