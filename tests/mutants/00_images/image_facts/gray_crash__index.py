"""Asks every image for the length of its third axis."""

import numpy as np


def image_facts(img):
    facts = {"height": img.shape[0], "width": img.shape[1], "channels": img.shape[2]}
    facts["dtype"] = str(img.dtype)
    facts["min"] = np.amin(img)
    facts["max"] = np.amax(img)
    return facts
