"""Writes into the images."""


def apply_scaler(scaler, x):
    mean, std = scaler
    x -= mean
    x /= std
    return x
