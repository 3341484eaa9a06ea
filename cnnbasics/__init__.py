"""CNN Basics: a course on convolutional networks whose checks name the mistake."""

from cnnbasics.checking import CheckFailed, NotAttempted, check, hint, predict, ready, use_reference

__all__ = [
    "CheckFailed",
    "NotAttempted",
    "check",
    "hint",
    "predict",
    "ready",
    "use_reference",
]
