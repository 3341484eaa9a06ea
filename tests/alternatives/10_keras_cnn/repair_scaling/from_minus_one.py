"""From -1 to 1, in float32."""

import numpy as np


def repair_scaling(x_train, x_test):
    return tuple((x.astype(np.float32) - 127.5) / 127.5 for x in (x_train, x_test))
