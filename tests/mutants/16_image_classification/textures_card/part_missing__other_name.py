"""Calls a part by another name."""


def textures_card():
    return {
        "data": (
            "Patches of 12x12 gray pixels from one photograph each of brick, grass and gravel."
        ),
        "use": ("A lesson on judging a classifier, not the sorting of anybody's photographs."),
        "figures": (
            "Of 1,638 held-out patches 88 percent are right; turned by 90 degrees, 70 percent."
        ),
        "failures": (
            "It takes grass for brick, and from close by it takes nearly all grass for gravel."
        ),
        "harm": ("Whoever relies on it to find a lawn: it is sure of itself where it is wrong."),
    }
