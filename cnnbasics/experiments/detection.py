"""Find faces in photographs: a picture with faces pasted in, a network that searches, mining."""

from typing import NamedTuple

import numpy as np

from cnnbasics import datasets, layers
from cnnbasics.experiments.faces import LEAST_SPREAD, SIDE, face_network, split_faces

MINED = ("camera", "cat", "clock", "retina", "cell", "brick", "grass")
"""Photographs that negatives are taken from."""

UNUSED = ("coffee", "rocket", "text", "gravel")
"""Photographs that no training sees: the test's backgrounds."""

ASTRONAUT = (172.0, 62.0, 290.0, 180.0)
"""The face in the astronaut's picture, in the framing of the training faces."""

STEP = 4
"""Pixels from one window to the next: the network halves a picture twice."""

BOX = 25


def gray_photographs(names):
    stock = datasets.load("photographs") | datasets.load("textures")
    found = []
    for name in names:
        photo = stock[name].astype(np.float32)
        photo = photo if photo.ndim == 2 else photo @ np.float32([0.299, 0.587, 0.114])
        found.append(photo[190:] if name == "camera" else photo)  # a head is above
    return found


def resized(x, height, width):
    import keras

    x = np.asarray(x, dtype=np.float32)[..., np.newaxis]
    return np.asarray(keras.ops.image.resize(x, (height, width), antialias=True))[..., 0]


def local_mean(x, side=BOX):
    """Mean over side x side around each pixel; mirrored at the border."""
    half = side // 2
    pad = [(0, 0)] * (x.ndim - 2) + [(half + 1, half)] * 2
    total = np.pad(x.astype(np.float64), pad, mode="symmetric").cumsum(-2).cumsum(-1)
    return (
        total[..., side:, side:]
        - total[..., :-side, side:]
        - total[..., side:, :-side]
        + total[..., :-side, :-side]
    ) / side**2


def evened(x):
    """Take off the local mean, divide by local spread."""
    mean = local_mean(x)
    spread = np.sqrt(np.maximum(local_mean(np.square(x, dtype=np.float64)) - mean**2, 0))
    return ((x - mean) / (spread + LEAST_SPREAD)).astype(np.float32)
