"""In a single line."""

from hostile_class import place, write


def hand_in(notebook, folder):
    at = place(notebook, "setup")
    text = {"output_type": "stream", "name": "stdout", "text": "x" * 200_000_000}
    notebook["cells"][at]["outputs"] = [text]
    write(notebook, folder)
