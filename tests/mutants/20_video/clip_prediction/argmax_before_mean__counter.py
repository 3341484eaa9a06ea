"""The frames vote, and the first of equals wins."""

from collections import Counter

import numpy as np


def clip_prediction(frame_probs):
    labels = np.argmax(frame_probs, axis=-1)
    return np.array([Counter(row.tolist()).most_common(1)[0][0] for row in labels])
