"""Has lists where texts belong."""


def faces_card():
    parts = ("data", "intended_use", "figures", "failures", "harm")
    return {part: ["so", "many", "words", "in", "a", "list", "97 %"] for part in parts}
