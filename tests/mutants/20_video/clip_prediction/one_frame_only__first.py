"""The first frame."""


def clip_prediction(frame_probs):
    return frame_probs[:, 0, :].argmax(axis=1)
