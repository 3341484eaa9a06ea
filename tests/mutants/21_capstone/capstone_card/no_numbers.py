"""No number."""


def capstone_card():
    return {
        "data": "Handwritten digits anywhere on a noisy canvas; 500 for testing.",
        "intended_use": "For learning design within a budget, nothing else.",
        "figures": "It works very well on digits not seen.",
        "failures": "It names a digit on an empty canvas too.",
        "harm": "People who write in another way are misread.",
    }
