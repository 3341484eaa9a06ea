"""Everything is fine."""


def diagnose(history):
    return "good"
