"""A copy of the answer cell, filled in place of the first."""

from hostile_class import STUBS, place, write

NOTE = "several times"


def hand_in(notebook, folder):
    at = place(notebook, "window_dot")
    answer = notebook["cells"][at]
    notebook["cells"].insert(at + 3, dict(answer, id="copy"))
    notebook["cells"][at] = dict(answer, source=STUBS["window_dot"])
    write(notebook, folder)
