"""Layer after layer, with activations as layers."""

from keras import Input, Sequential, layers, losses, metrics, optimizers


def lesson_model():
    model = Sequential()
    model.add(Input(shape=(64, 64, 3)))
    for filters in (32, 64):
        model.add(layers.Conv2D(filters, 3))
        model.add(layers.ReLU())
        model.add(layers.MaxPool2D((2, 2)))
    model.add(layers.Flatten())
    model.add(layers.Dense(128))
    model.add(layers.Activation("relu"))
    model.add(layers.Dense(1))
    model.add(layers.Activation("sigmoid"))
    model.compile(
        optimizers.Adam(), losses.BinaryCrossentropy(), metrics=[metrics.BinaryAccuracy()]
    )
    return model
