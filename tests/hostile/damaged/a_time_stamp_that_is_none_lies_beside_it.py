"""Nothing can be read in it."""

from hostile_class import write

NOTE = "time stamp"


def hand_in(notebook, folder):
    write(notebook, folder)
    (folder / "timestamp.txt").write_text("<script>yesterday</script>", encoding="utf-8")
