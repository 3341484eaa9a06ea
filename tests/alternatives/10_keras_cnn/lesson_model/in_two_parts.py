"""What sees and what decides, each a model, with TensorFlow's name for Keras."""

import tensorflow as tf

L = tf.keras.layers


def lesson_model():
    sees = tf.keras.Sequential(
        [
            L.Conv2D(32, 3, activation="relu"),
            L.MaxPooling2D(2, 2),
            L.Conv2D(64, 3, activation="relu"),
            L.MaxPooling2D(2, 2),
        ]
    )
    decides = tf.keras.Sequential(
        [L.Flatten(), L.Dense(128, activation="relu"), L.Dense(1, activation="sigmoid")]
    )
    model = tf.keras.Sequential([tf.keras.Input((64, 64, 3)), sees, decides])
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.001),
        loss=tf.keras.losses.binary_crossentropy,
        metrics=["accuracy"],
    )
    return model
