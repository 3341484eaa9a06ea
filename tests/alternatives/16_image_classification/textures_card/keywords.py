"""A card by keywords, with a part more than asked for."""


def textures_card():
    return dict(
        data="""Patches cut from three photographs of the CC0 textures in scikit-image:
        rows 0 to 249 to learn from, rows 350 to 511 to test.""",
        intended_use="Lessons. It knows three photographs, not three materials.",
        figures="Accuracy 0.88 on the test rows, 0.45 when the camera comes nearer.",
        failures="Blades of grass that cross like joints of a wall are called brick.",
        harm="People who take its probability for knowledge: it says 0.9 where it is wrong.",
        contact="the authors of this course",
    )
