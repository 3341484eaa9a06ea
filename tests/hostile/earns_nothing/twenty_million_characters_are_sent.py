"""More than a cell may send."""

from IPython.display import display

from cnnbasics.checking import wire

honest = wire.send


def send(exercise, hidden, answers):
    import base64
    import pickle

    data = base64.b64encode(bytes(20_000_000)).decode()
    content = {"exercise": exercise, "hidden": hidden, "data": data}
    display({wire.MIME: content}, raw=True)


wire.send = send
