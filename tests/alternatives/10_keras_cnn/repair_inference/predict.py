"""Keras' own way, for a batch."""


def repair_inference(model, x):
    return model.predict_on_batch(x)
