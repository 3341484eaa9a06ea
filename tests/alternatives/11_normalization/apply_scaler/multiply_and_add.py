"""One multiplication and one addition."""


def apply_scaler(scaler, x):
    factor = 1 / scaler[1].astype(float)
    return x * factor - scaler[0] * factor
