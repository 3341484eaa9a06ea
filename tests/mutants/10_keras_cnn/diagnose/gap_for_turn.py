"""A gap of more than a tenth in the loss."""

import math


def diagnose(history):
    loss, val_loss = history["loss"], history["val_loss"]
    accuracy, val_accuracy = history["accuracy"], history["val_accuracy"]
    if not all(math.isfinite(number) for number in loss) or loss[-1] > loss[0]:
        return "lr-too-high"
    if val_accuracy[0] >= 0.98 and val_accuracy[0] > accuracy[0]:
        return "leak"
    if accuracy[-1] < 0.8:
        return "underfit"
    if val_loss[-1] > 1.1 * loss[-1]:
        return "overfit"
    return "good"
