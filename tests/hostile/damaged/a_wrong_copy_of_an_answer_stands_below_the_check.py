"""As after trying something; what counts is what the check meets."""

from hostile_class import place, write

NOTE = "several times"


def hand_in(notebook, folder):
    at = place(notebook, "window_dot")
    wrong = "def window_dot(patch, kernel, bias=0.0):\n    return 0.0"
    notebook["cells"].append(dict(notebook["cells"][at], id="copy", source=wrong))
    write(notebook, folder)
