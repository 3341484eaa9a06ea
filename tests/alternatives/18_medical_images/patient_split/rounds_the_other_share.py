"""Rounds up how many to train on."""

import math

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    t = [rng.permutation(g)[: math.ceil((1 - frac) * len(g))] for g in (ill, healthy)]
    t = np.isin(patients, np.concatenate(t))
    return np.flatnonzero(t), np.flatnonzero(~t)
