"""Praises without a number."""


def faces_card():
    return {
        "data": "150 patches of Labeled Faces in the Wild to learn from, 50 to test.",
        "intended_use": "For a course. Not for deciding about real people, nor to help with it.",
        "figures": "It works very well on nearly all of the test pictures.",
        "failures": "It finds faces in a coffee cup; people with glasses are mixed up.",
        "harm": "An innocent person may be taken for somebody else, and has to prove it.",
    }
