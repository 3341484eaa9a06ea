"""A running mean, in which the last frames count more."""


def clip_prediction(frame_probs):
    mean = frame_probs[:, 0]
    for t in range(1, frame_probs.shape[1]):
        mean = (mean + frame_probs[:, t]) / 2
    return mean.argmax(axis=1)
