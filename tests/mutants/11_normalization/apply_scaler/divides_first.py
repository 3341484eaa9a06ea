"""Divides before it takes the mean off."""


def apply_scaler(scaler, x):
    mean, std = scaler
    return x / std - mean
