"""Compares with the epoch before, and keeps the last that fell."""


def early_stopping(val_losses, patience):
    best_epoch, wait, previous = 0, 0, float("inf")
    for epoch, loss in enumerate(val_losses):
        if loss < previous:
            best_epoch, wait = epoch, 0
        else:
            wait += 1
        previous = loss
        if wait >= patience:
            return epoch, best_epoch
    return len(val_losses) - 1, best_epoch
