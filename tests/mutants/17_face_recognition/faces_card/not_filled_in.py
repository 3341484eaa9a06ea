"""Has a few words only."""


def faces_card():
    return {
        "data": "150 faces and patches from Labeled Faces in the Wild to learn from, 50 to test.",
        "intended_use": "For a course. Not for deciding about real people, not even as a help.",
        "figures": "On 50 held-out patches 98 % are right. FAR and FRR of new people: 8 % and 5 %.",
        "failures": "None that I saw.",
        "harm": "An innocent person may be taken for somebody else, and has to prove that it was not so.",
    }
