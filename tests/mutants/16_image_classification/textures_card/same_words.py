"""Says the same twice."""


def textures_card():
    return {
        "data": (
            "Patches of 12x12 gray pixels from one photograph each of brick, grass and gravel."
        ),
        "intended_use": (
            "A lesson on judging a classifier, not the sorting of anybody's photographs."
        ),
        "figures": (
            "Of 1,638 held-out patches 88 percent are right; turned by 90 degrees, 70 percent."
        ),
        "failures": (
            "It takes grass for brick, and from close by it takes nearly all grass for gravel."
        ),
        "harm": (
            "It takes grass for brick, and from close by it takes nearly all grass for gravel."
        ),
    }
