"""Which nobody knows yet."""

from hostile_class import write

REFUSED = "format 99"


def hand_in(notebook, folder):
    write(notebook | {"nbformat": 99}, folder)
