"""The whole base, its old head with it, in a Sequential."""

import keras


def build_transfer(base, n_classes):
    base.trainable = False
    model = keras.Sequential([keras.Input(base.input_shape[1:]), base])
    if len(base.output_shape) == 4:
        model.add(keras.layers.GlobalMaxPooling2D())
    model.add(keras.layers.Dropout(0.2))
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
