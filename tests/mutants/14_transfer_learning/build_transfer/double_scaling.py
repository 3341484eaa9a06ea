"""A Rescaling layer in the model scales what is scaled already."""

import keras


def features_of(base):
    if isinstance(base.layers[-1], keras.layers.Dense):
        return base.layers[-2].output
    return base.output


def pooled(features):
    if len(features.shape) == 4:
        return keras.layers.GlobalAveragePooling2D()(features)
    return features


def build_transfer(base, n_classes):
    base.trainable = False
    body = keras.Model(base.inputs, features_of(base))
    inputs = keras.Input(base.input_shape[1:])
    scaled = keras.layers.Rescaling(1 / 127.5, offset=-1)(inputs)
    features = pooled(body(scaled, training=False))
    model = keras.Model(inputs, keras.layers.Dense(n_classes, activation="softmax")(features))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
