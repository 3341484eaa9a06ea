"""Its kernel is not the course's to choose."""

from hostile_class import write


def hand_in(notebook, folder):
    notebook["metadata"]["kernelspec"] = {
        "name": "bash",
        "display_name": "Bash",
        "language": "bash",
    }
    write(notebook, folder)
