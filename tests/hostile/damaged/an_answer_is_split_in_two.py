"""Inside a function, so that neither piece is Python."""

from hostile_class import place, write

NOTE = "put together"


def hand_in(notebook, folder):
    at = place(notebook, "flip_kernel")
    answer = notebook["cells"][at]
    lines = answer["source"].splitlines(keepends=True)
    pieces = lines[:-1], lines[-1:]
    notebook["cells"][at : at + 1] = [
        dict(answer, id=f"piece-{n}", source="".join(piece)) for n, piece in enumerate(pieces)
    ]
    write(notebook, folder)
