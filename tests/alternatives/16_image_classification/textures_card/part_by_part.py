"""A card that is filled in part by part, with figures put into the text."""


def textures_card():
    right, patches = 0.88, 1638
    card = {}
    card["data"] = "Three photographs: a wall, a lawn, a path. Patches of 12 by 12 pixels."
    card["intended_use"] = "To learn how such a network is judged; nothing outside of a course."
    card["figures"] = f"{right:.0%} of {patches} held-out patches are labeled as they should be."
    card["failures"] = "A lawn seen from near by is called gravel, and the network is sure."
    card["harm"] = "A mower that trusts it would drive onto the path, over whoever sits there."
    return card
