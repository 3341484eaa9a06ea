"""where and nan_to_num."""

import numpy as np


def far_frr(scores, same, threshold):
    rejected = np.less(scores, threshold)
    accepted_others = np.logical_not(rejected[np.where(~same)])
    rejected_own = rejected[np.where(same)]
    return tuple(
        np.array([np.count_nonzero(flags) / max(flags.size, 1)])
        for flags in (accepted_others, rejected_own)
    )
