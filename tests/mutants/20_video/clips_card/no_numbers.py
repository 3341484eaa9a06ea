"""It works very well."""


def clips_card():
    return {
        "data": "Clips of moving handwritten digits; other digits to test.",
        "intended_use": "For learning how networks read motion, never a camera's.",
        "figures": "It works very well on clips that it has not seen.",
        "failures": "It names a direction for what stands still or is too fast.",
        "harm": "People who stand or run would be counted as going elsewhere.",
    }
