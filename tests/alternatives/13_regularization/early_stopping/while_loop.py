"""A while loop with a list to return."""


def early_stopping(val_losses, patience):
    epoch, best_epoch, bad = 0, 0, 0
    while epoch < len(val_losses) - 1 and bad < patience:
        epoch += 1
        improved = val_losses[epoch] < min(val_losses[:epoch])
        bad = 0 if improved else bad + 1
        best_epoch = epoch if improved else best_epoch
    return [epoch, best_epoch]
