"""The features of the base, and a Dense on them."""

import keras


def build_transfer(base, n_classes):
    base.trainable = False
    last = base.layers[-1]
    features = last.input if isinstance(last, keras.layers.Dense) else last.output
    if len(features.shape) == 4:
        features = keras.layers.GlobalAveragePooling2D()(features)
    model = keras.Model(base.inputs, keras.layers.Dense(n_classes, activation="softmax")(features))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
