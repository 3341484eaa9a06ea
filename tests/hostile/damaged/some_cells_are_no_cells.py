"""Numbers, texts and nothing where cells belong."""

from hostile_class import write

NOTE = "damaged"


def hand_in(notebook, folder):
    notebook["cells"][3:3] = [None, 7, "check", [], {}, {"cell_type": "code", "source": 3}]
    write(notebook, folder)
