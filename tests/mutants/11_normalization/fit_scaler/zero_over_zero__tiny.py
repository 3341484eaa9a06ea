"""Adds a tiny number in place of the 1."""


def fit_scaler(train):
    return train.mean(axis=(0, 1, 2)), train.std(axis=(0, 1, 2)) + 1e-8
