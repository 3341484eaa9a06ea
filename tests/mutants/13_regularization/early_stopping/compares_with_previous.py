"""Compares with the epoch before."""

import numpy as np


def early_stopping(val_losses, patience):
    wait, stop = 0, len(val_losses) - 1
    for epoch in range(1, len(val_losses)):
        wait = 0 if val_losses[epoch] < val_losses[epoch - 1] else wait + 1
        if wait == patience:
            stop = epoch
            break
    return stop, int(np.argmin(val_losses[: stop + 1]))
