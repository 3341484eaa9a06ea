"""Begins to wait anew at an equal loss."""


def early_stopping(val_losses, patience):
    best_epoch, wait = 0, 0
    for epoch in range(1, len(val_losses)):
        if val_losses[epoch] < val_losses[best_epoch]:
            best_epoch = epoch
            wait = 0
        elif val_losses[epoch] == val_losses[best_epoch]:
            wait = 0
        else:
            wait += 1
        if wait >= patience:
            return epoch, best_epoch
    return len(val_losses) - 1, best_epoch
