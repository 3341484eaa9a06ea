"""CNN Basics: a course on convolutional networks whose checks name the mistake."""

from cnnbasics.checking import CheckFailed, NotAttempted, check, hint, predict, ready, use_reference
from cnnbasics.journal.page import progress
from cnnbasics.quiet import quiet

__all__ = [
    "CheckFailed",
    "NotAttempted",
    "check",
    "hint",
    "predict",
    "progress",
    "quiet",
    "ready",
    "use_reference",
]
