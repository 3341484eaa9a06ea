"""The largest probability of all frames."""


def clip_prediction(frame_probs):
    return frame_probs.max(axis=1).argmax(axis=1)
