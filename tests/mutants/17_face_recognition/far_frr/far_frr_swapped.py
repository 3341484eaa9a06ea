"""False rejects come first."""

import numpy as np


def _none(x):
    return float(np.mean(x)) if x.size else 0.0


def far_frr(scores, same, threshold):
    accepted = scores >= threshold
    return _none(~accepted[same]), _none(accepted[~same])
