"""No rule for a leak."""

import math


def diagnose(history):
    loss, val_loss = history["loss"], history["val_loss"]
    accuracy = history["accuracy"]
    if not all(math.isfinite(number) for number in loss) or loss[-1] > loss[0]:
        return "lr-too-high"
    if accuracy[-1] < 0.8:
        return "underfit"
    lowest = val_loss.index(min(val_loss))
    if val_loss[-1] > 1.1 * val_loss[lowest] and loss[-1] < loss[lowest]:
        return "overfit"
    return "good"
