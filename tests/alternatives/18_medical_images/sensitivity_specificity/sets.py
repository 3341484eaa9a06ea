"""Sets of places."""

import numpy as np


def sensitivity_specificity(y, p):
    ill, said = set(np.flatnonzero(y)), set(np.flatnonzero(p))
    ok, fine = set(range(len(y))) - ill, set(range(len(y))) - said
    return len(ill & said) / (len(ill) or 1), len(ok & fine) / (len(ok) or 1)
