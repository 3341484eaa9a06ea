"""One of them might be right."""

from IPython.display import display

from cnnbasics.checking import wire

honest = wire.send


def send(exercise, hidden, answers):
    honest(exercise, hidden, answers)
    honest(exercise, hidden, answers)


wire.send = send
