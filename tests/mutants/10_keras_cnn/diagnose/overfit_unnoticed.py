"""No rule for overfitting."""

import math


def diagnose(history):
    loss = history["loss"]
    accuracy, val_accuracy = history["accuracy"], history["val_accuracy"]
    if not all(math.isfinite(number) for number in loss) or loss[-1] > loss[0]:
        return "lr-too-high"
    if val_accuracy[0] >= 0.98 and val_accuracy[0] > accuracy[0]:
        return "leak"
    if accuracy[-1] < 0.8:
        return "underfit"
    return "good"
