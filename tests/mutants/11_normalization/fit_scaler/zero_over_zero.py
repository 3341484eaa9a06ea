"""Leaves a std of 0."""


def fit_scaler(train):
    return train.mean(axis=(0, 1, 2)), train.std(axis=(0, 1, 2))
