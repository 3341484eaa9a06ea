"""Forgets the brackets."""


def apply_scaler(scaler, x):
    mean, std = scaler
    return x - mean / std
