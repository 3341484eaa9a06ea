"""With arrays and one expression a rule."""

import numpy as np


def diagnose(history):
    h = {name: np.array(values, dtype=np.float64) for name, values in history.items()}
    diverges = (
        np.isnan(h["loss"]).any() or np.isinf(h["loss"]).any() or (h["loss"][-1] > h["loss"][0])
    )
    leaks = h["val_accuracy"][0] >= max(0.98, np.nextafter(h["accuracy"][0], 2))
    best = np.nanargmin(h["val_loss"]) if np.isfinite(h["val_loss"]).any() else 0
    turned = h["val_loss"][-1] / h["val_loss"][best] > 1.1 and h["loss"][-1] < h["loss"][best]
    if diverges:
        return "lr-too-high"
    if leaks:
        return "leak"
    if h["accuracy"][-1] < 0.8:
        return "underfit"
    return "overfit" if turned else "good"
