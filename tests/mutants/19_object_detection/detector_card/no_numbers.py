"""Figures without a number."""


def detector_card():
    return {
        "data": "75 faces of Labeled Faces in the Wild, pasted into seven photographs",
        "intended_use": "To learn how detectors work; not for looking for people",
        "figures": "It works very well on faces that it has not seen",
        "failures": "A glove and a patch were taken for faces with a high score",
        "harm": "People whose faces are unlike those 75 are not found, or found too late",
    }
