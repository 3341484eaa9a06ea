"""Gives a number where a text is asked for."""


def textures_card():
    return {
        "data": (
            "Patches of 12x12 gray pixels from one photograph each of brick, grass and gravel."
        ),
        "intended_use": (
            "A lesson on judging a classifier, not the sorting of anybody's photographs."
        ),
        "figures": 0.88,
        "failures": (
            "It takes grass for brick, and from close by it takes nearly all grass for gravel."
        ),
        "harm": ("Whoever relies on it to find a lawn: it is sure of itself where it is wrong."),
    }
