"""Each part by its own mean and deviation."""


def repair_scaling(x_train, x_test):
    return (x_train - x_train.mean()) / x_train.std(), (x_test - x_test.mean()) / x_test.std()
