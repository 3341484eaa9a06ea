"""The answers alone are handed in."""

from hostile_class import write

NOTE = "put back"


def hand_in(notebook, folder):
    notebook["cells"] = [
        cell for cell in notebook["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")
    ]
    write(notebook, folder)
