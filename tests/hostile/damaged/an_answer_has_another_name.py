"""What it defines says what it is."""

from hostile_class import place, write

NOTE = "without their names"


def hand_in(notebook, folder):
    cell = notebook["cells"][place(notebook, "window_dot")]
    cell["id"] = cell["metadata"]["nbgrader"]["grade_id"] = "something-else"
    write(notebook, folder)
