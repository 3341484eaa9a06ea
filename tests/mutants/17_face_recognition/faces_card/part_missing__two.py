"""Says nothing about failures and about what it is for."""


def faces_card():
    return {
        "data": "150 patches of Labeled Faces in the Wild to learn from, 50 to test.",
        "figures": "98 % of 50 held-out patches are right. New people: FAR 9 %, FRR 5 %.",
        "harm": "An innocent person may be taken for somebody else, and has to prove it.",
    }
