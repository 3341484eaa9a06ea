"""A dict that fills itself, in another language."""

from collections import defaultdict


def textures_card():
    d = defaultdict(str)
    for k in ("data", "intended_use", "figures", "failures", "harm"):
        d[k] += "Von allen Flächen wurden 9 von 10 richtig erkannt: " + k
    return d
