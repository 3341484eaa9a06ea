"""A loop over the channels, plain sums."""

import numpy as np


def fit_scaler(train):
    means, stds = [], []
    for channel in range(train.shape[3]):
        values = [float(v) for v in train[:, :, :, channel].ravel()]
        mean = sum(values) / len(values)
        std = (sum((v - mean) ** 2 for v in values) / len(values)) ** 0.5
        means.append(mean)
        stds.append(std if std > 0 else 1.0)
    return np.array(means), np.array(stds)
