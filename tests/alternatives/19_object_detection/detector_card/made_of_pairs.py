"""Pairs made into a dict, with a part of its own."""

PARTS = ("data", "intended_use", "figures", "failures", "harm", "author")


def detector_card():
    texts = (
        "Seventy-five small gray faces from press photographs of the years 2002 to 2003.",
        "Teaching. It must not be used to find or to count people in the street.",
        "On 25 unseen faces in 13 scenes the average precision was 0.93.",
        "It missed faces that were much darker than their ground, and liked round things.",
        "Whoever looks unlike a politician of that time is overlooked more often.",
        "Written by a student of this course",
    )
    return dict(zip(PARTS, texts))
