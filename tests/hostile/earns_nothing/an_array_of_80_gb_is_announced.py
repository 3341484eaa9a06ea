"""The head of an array promises more than follows."""

from IPython.display import display

from cnnbasics.checking import wire

honest = wire.send


def send(exercise, hidden, answers):
    import base64
    import pickle

    data = base64.b64encode(wire.pack(answers).replace(b"(2, 3)", b"(99999, 99999)")).decode()
    content = {"exercise": exercise, "hidden": hidden, "data": data}
    display({wire.MIME: content}, raw=True)


wire.send = send
