"""A subclass that calls the body in inference mode and gives logits."""

import keras


class Transfer(keras.Model):
    def __init__(self, body, n_classes):
        super().__init__()
        self.body = body
        self.pool = keras.layers.GlobalMaxPooling2D() if body.output.ndim == 4 else None
        self.head = keras.layers.Dense(n_classes)

    def call(self, x, training=False):
        features = self.body(x, training=False)
        return self.head(self.pool(features) if self.pool else features)


def build_transfer(base, n_classes):
    for layer in base.layers:
        layer.trainable = False
    end = base.layers[-2] if isinstance(base.layers[-1], keras.layers.Dense) else base.layers[-1]
    model = Transfer(keras.Model(base.inputs, end.output), n_classes)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9), loss=loss)
    return model
