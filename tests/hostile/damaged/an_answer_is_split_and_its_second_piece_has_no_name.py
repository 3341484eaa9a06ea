"""As some editors do it."""

from hostile_class import place, write

NOTE = "put together"


def hand_in(notebook, folder):
    at = place(notebook, "flip_kernel")
    answer = notebook["cells"][at]
    lines = answer["source"].splitlines(keepends=True)
    notebook["cells"][at] = dict(answer, source="".join(lines[:-1]))
    notebook["cells"].insert(at + 1, dict(answer, id="piece", metadata={}, source=lines[-1]))
    write(notebook, folder)
