"""where and nan_to_num."""

import numpy as np


def far_frr(scores, same, threshold):
    rejected = np.less(scores, threshold)
    share = lambda flags: np.array([flags.sum() / flags.size]) if flags.size else np.zeros(1)
    return share(np.logical_not(rejected[np.where(~same)])), share(rejected[np.where(same)])
