"""The exercise in the student's process takes the wrong answer for right."""

from cnnbasics import exercises

object.__setattr__(exercises.exercise("window_dot"), "answer", lambda patch, kernel, bias=0.0: 0.0)
