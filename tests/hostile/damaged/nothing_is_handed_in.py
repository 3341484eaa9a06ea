"""An empty folder."""

REFUSED = "no notebook"


def hand_in(notebook, folder):
    pass
