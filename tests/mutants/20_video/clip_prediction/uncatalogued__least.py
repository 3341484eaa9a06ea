"""argmin."""


def clip_prediction(frame_probs):
    return frame_probs.mean(axis=1).argmin(axis=1)
