"""The time at which the notebook was written counts."""

from hostile_class import write

NOTE = "time stamp"


def hand_in(notebook, folder):
    write(notebook, folder)
    (folder / "timestamp.txt").write_text("1999-12-31 23:59:59 UTC", encoding="utf-8")
