"""Whole numbers."""


def repair_scaling(x_train, x_test):
    return x_train // 255, x_test // 255
