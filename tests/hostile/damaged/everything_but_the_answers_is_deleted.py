"""The imports too."""

from hostile_class import write

NOTE = "put back"


def hand_in(notebook, folder):
    notebook["cells"] = [
        cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("solution")
    ]
    write(notebook, folder)
