"""Never below a half: the better of both directions."""

import numpy as np


def roc_auc(y, scores):
    ill, healthy = scores[y == 1][:, None], scores[y == 0][None]
    area = np.mean((ill > healthy) + 0.5 * (ill == healthy))
    return max(area, 1 - area)
