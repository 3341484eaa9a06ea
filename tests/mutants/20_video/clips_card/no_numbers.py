"""It works very well."""


def clips_card():
    return {
        "data": "Clips of six frames of moving handwritten digits, drawn by the course, tested on other digits.",
        "intended_use": "For learning how networks read motion, and never for the pictures of a real camera.",
        "figures": "It works very well on nearly all of the clips that it has not seen.",
        "failures": "It calls a neighboring direction in noise, and it names one for what stands still.",
        "harm": "People who stand still or run would be counted as walking somewhere they do not go.",
    }
