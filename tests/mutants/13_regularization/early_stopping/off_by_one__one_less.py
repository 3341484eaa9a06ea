"""Waits one epoch less."""


def early_stopping(val_losses, patience):
    best, best_epoch = val_losses[0], 0
    for epoch, loss in enumerate(val_losses):
        if loss < best:
            best, best_epoch = loss, epoch
        elif epoch - best_epoch >= patience - 1 and epoch > best_epoch:
            return epoch, best_epoch
    return len(val_losses) - 1, best_epoch
