"""Is one text."""


def textures_card():
    return "Three photographs. A lesson. 88 percent. Takes grass for brick. Harms nobody."
