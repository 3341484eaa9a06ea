"""A card, filled in."""


def faces_card():
    return {
        "data": "150 patches of Labeled Faces in the Wild to learn from, 50 to test.",
        "intended_use": "For a course. Not for deciding about real people, nor to help with it.",
        "figures": "98 % of 50 held-out patches are right. New people: FAR 9 %, FRR 5 %.",
        "failures": "It finds faces in a coffee cup; people with glasses are mixed up.",
        "harm": "An innocent person may be taken for somebody else, and has to prove it.",
    }
