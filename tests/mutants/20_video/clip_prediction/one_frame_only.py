"""The last frame."""


def clip_prediction(frame_probs):
    return frame_probs[:, -1].argmax(axis=-1)
