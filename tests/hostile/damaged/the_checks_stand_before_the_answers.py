"""Moved to where nothing is defined yet."""

from hostile_class import write

NOTE = "put back in order"


def hand_in(notebook, folder):
    checks = [
        cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade")
    ]
    others = [cell for cell in notebook["cells"] if cell not in checks]
    notebook["cells"] = checks + others
    write(notebook, folder)
