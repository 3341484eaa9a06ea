"""Silence is no pass."""

from IPython.display import display

from cnnbasics.checking import wire

honest = wire.send


def send(exercise, hidden, answers):
    pass


wire.send = send
