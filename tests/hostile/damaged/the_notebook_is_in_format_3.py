"""From before 2015: cells lie in worksheets."""

from hostile_class import write

NOTE = "older format"


def hand_in(notebook, folder):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["input"] = cell.pop("source")
            cell["language"] = "python"
    write({"nbformat": 3, "worksheets": [{"cells": notebook["cells"]}], "metadata": {}}, folder)
