"""Of equal means the last one."""


def clip_prediction(frame_probs):
    mean = frame_probs.mean(axis=1)
    return mean.shape[1] - 1 - mean[:, ::-1].argmax(axis=1)
