"""One text for all."""


def clips_card():
    return "97 percent of the 600 test clips are right; never use it for a real camera."
