"""The model itself."""


def add_augmentation(model):
    return model
