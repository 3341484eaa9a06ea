"""By the training images' mean and deviation of each channel."""


def repair_scaling(x_train, x_test):
    mean = x_train.mean(axis=(0, 1, 2))
    std = x_train.std(axis=(0, 1, 2))
    return (x_train - mean) / std, (x_test - mean) / std
