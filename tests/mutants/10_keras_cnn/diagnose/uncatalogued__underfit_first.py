"""Low accuracy before a loss that rises."""

import math


def diagnose(history):
    loss, val_loss = history["loss"], history["val_loss"]
    accuracy, val_accuracy = history["accuracy"], history["val_accuracy"]
    if accuracy[-1] < 0.8:
        return "underfit"
    if not all(math.isfinite(number) for number in loss) or loss[-1] > loss[0]:
        return "lr-too-high"
    if val_accuracy[0] >= 0.98 and val_accuracy[0] > accuracy[0]:
        return "leak"
    lowest = val_loss.index(min(val_loss))
    if val_loss[-1] > 1.1 * val_loss[lowest] and loss[-1] < loss[lowest]:
        return "overfit"
    return "good"
