"""Fits each image."""


def fit_scaler(train):
    mean, std = train.mean(axis=(1, 2)), train.std(axis=(1, 2))
    std[std == 0] = 1
    return mean, std
