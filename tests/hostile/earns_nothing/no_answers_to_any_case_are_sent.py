"""An empty list of answers."""

from IPython.display import display

from cnnbasics.checking import wire

honest = wire.send


def send(exercise, hidden, answers):
    answers.calls.clear()
    honest(exercise, hidden, answers)


wire.send = send
