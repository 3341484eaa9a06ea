"""The mean goes over the clips."""


def clip_prediction(frame_probs):
    return frame_probs.mean(axis=0).argmax(axis=1)
