"""A part is left empty."""


def clips_card():
    return {
        "data": "Clips of moving handwritten digits; other digits to test.",
        "intended_use": "For learning how networks read motion, never a camera's.",
        "figures": "97 percent of 600 test clips; 12 percent from one frame.",
        "failures": "",
        "harm": "People who stand or run would be counted as going elsewhere.",
    }
