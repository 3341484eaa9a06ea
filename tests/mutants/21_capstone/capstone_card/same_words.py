"""Two parts say the same."""


def capstone_card():
    return {
        "data": "Handwritten digits anywhere on a noisy canvas; 500 for testing.",
        "intended_use": "For learning design within a budget, nothing else.",
        "figures": "Right on 90 % of digits it has not seen.",
        "failures": "It names a digit on an empty canvas too.",
        "harm": "It names a digit on an empty canvas too.",
    }
