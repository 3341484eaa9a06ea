"""A Sequential one."""

from keras import Input, Sequential, layers


def add_augmentation(model):
    front = [layers.RandomFlip("horizontal", seed=1), layers.RandomRotation(0.1, seed=2)]
    return Sequential([Input(model.input_shape[1:]), *front, model])
