"""One line."""


def apply_scaler(scaler, x):
    mean, std = scaler
    return (x - mean) / std
