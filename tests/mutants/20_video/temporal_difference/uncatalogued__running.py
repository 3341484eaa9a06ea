"""Takes off the difference before, not the frame."""

import numpy as np


def temporal_difference(clip):
    out = [clip[0].astype(float)]
    for frame in clip[1:]:
        out.append(frame - out[-1])
    return np.array(out[1:])
