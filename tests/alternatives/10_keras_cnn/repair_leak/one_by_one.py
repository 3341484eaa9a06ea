"""Image by image."""

import numpy as np


def repair_leak(x, y, rng):
    held = set(rng.choice(len(x), len(x) // 4, replace=False).tolist())
    images, labels, tests, truths = [], [], [], []
    for number in range(len(x)):
        if number in held:
            tests.append(x[number])
            truths.append(y[number])
        else:
            images += [x[number], np.fliplr(x[number])]
            labels += [y[number]] * 2
    return np.array(images), np.array(labels), np.array(tests), np.array(truths)
