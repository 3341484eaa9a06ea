"""The stub stands where the answer belongs."""

from hostile_class import STUBS, place, write

NOTE = "several times"


def hand_in(notebook, folder):
    at = place(notebook, "window_dot")
    stub = dict(notebook["cells"][at], id="copy", source=STUBS["window_dot"])
    notebook["cells"].insert(at, stub)
    write(notebook, folder)
