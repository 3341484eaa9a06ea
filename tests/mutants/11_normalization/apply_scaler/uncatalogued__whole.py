"""Keeps the kind of number."""


def apply_scaler(scaler, x):
    mean, std = scaler
    return ((x - mean) / std).astype(x.dtype)
