"""A table of names and conditions."""

import numpy as np


def diagnose(history):
    loss, val = history["loss"], history["val_loss"]
    low = min(range(len(val)), key=lambda epoch: (val[epoch] != val[epoch], val[epoch]))
    first = history["accuracy"][0], history["val_accuracy"][0]
    rules = [
        ("lr-too-high", not np.isfinite(loss).all() or loss[-1] > loss[0]),
        ("leak", first[1] >= 0.98 and first[1] > first[0]),
        ("underfit", history["accuracy"][-1] < 0.8),
        ("overfit", val[-1] > 1.1 * val[low] and loss[-1] < loss[low]),
    ]
    return next((name for name, holds in rules if holds), "good")
