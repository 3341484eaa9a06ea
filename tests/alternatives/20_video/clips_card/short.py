"""A card of short sentences."""


def clips_card():
    return {
        "data": "Clips of six frames of moving handwritten digits, drawn by the course, tested on other digits.",
        "intended_use": "For learning how networks read motion, and never for the pictures of a real camera.",
        "figures": "97 percent of the 600 test clips are right, and 12 percent from a single frame.",
        "failures": "It calls a neighboring direction in noise, and it names one for what stands still.",
        "harm": "People who stand still or run would be counted as walking somewhere they do not go.",
    }
