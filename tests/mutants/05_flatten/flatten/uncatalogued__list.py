"""Returns a list of vectors."""


def flatten(x):
    return [image.ravel() for image in x]
