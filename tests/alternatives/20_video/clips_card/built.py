"""Built up part by part, with more than is asked for."""


def clips_card():
    card = {}
    card["data"] = "Generated clips of digits that move over a canvas without borders."
    card["intended_use"] = "A course. Anything with a camera is out of scope for this network."
    right, of = 585, 600
    card["figures"] = f"{right / of:.0%} of {of} clips with digits that it has not seen."
    found = ["directions next to each other in noise;", "clips in which nothing moves"]
    card["failures"] = "\n".join(found)
    card["harm"] = "Those whom a machine would stop, because it believes that they leave."
    card["made_by"] = "a student"
    return card
