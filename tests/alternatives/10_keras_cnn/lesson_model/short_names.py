"""Keras' short names, of layers, loss and metric."""

from keras import Input, Sequential
from keras.layers import Conv2D, Dense, Flatten, MaxPool2D


def lesson_model():
    model = Sequential([Input(shape=(64, 64, 3))])
    for filters in (32, 64):
        model.add(Conv2D(filters, 3, activation="relu"))
        model.add(MaxPool2D(2))
    model.add(Flatten())
    model.add(Dense(128, "relu"))
    model.add(Dense(1, "sigmoid"))
    model.compile("adam", "bce", metrics=["acc"])
    return model
