"""Weighs each frame by how sure it is."""


def clip_prediction(frame_probs):
    weight = frame_probs.max(axis=2, keepdims=True)
    return (weight * frame_probs).sum(axis=1).argmax(axis=1)
