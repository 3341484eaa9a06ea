"""Neither nbgrader's nor their own."""

from hostile_class import write

NOTE = "without their names"


def hand_in(notebook, folder):
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        del cell["id"]
    notebook["nbformat_minor"] = 4
    write(notebook, folder)
