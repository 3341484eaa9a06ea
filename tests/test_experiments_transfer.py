"""Which base a notebook goes on with, and that a large one is used as the small one is."""

import os
import urllib.error

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

from cnnbasics import layers
from cnnbasics.experiments import transfer


@pytest.fixture
def asked(monkeypatch):
    """Let there be no network, and note what is asked of it."""
    asked = []

    def no_network(address, timeout):
        asked.append((address, timeout))
        raise urllib.error.URLError("no route to host")

    monkeypatch.setattr(transfer.urllib.request, "urlopen", no_network)
    return asked


def is_the_shipped_one(base):
    shipped = transfer.load_base().get_weights()
    return all(map(np.array_equal, base.get_weights(), shipped))


def test_by_default_the_small_base_is_taken_and_the_network_is_not_tried(asked, capsys):
    assert is_the_shipped_one(transfer.choose_base())
    assert asked == []
    assert capsys.readouterr().out == "The base is the small one that comes with the course.\n"


def test_without_a_network_a_line_says_so_and_the_small_base_is_taken(asked, capsys):
    assert is_the_shipped_one(transfer.choose_base(large=True))
    ((address, seconds),) = asked
    assert address.startswith("https://")
    assert seconds <= 5
    said = capsys.readouterr().out
    assert said.startswith("There is no network")
    assert said.count("\n") == 1


def test_with_a_network_mobilenet_is_taken(monkeypatch):
    taken = []
    monkeypatch.setattr(transfer, "_is_reachable", lambda address: True)
    monkeypatch.setattr(
        keras.applications, "MobileNetV2", lambda shape, **how: taken.append((shape, how))
    )
    transfer.choose_base(large=True)
    assert taken == [((96, 96, 3), {"include_top": False, "weights": "imagenet"})]


def test_a_server_that_refuses_an_address_is_there(monkeypatch):
    def refuses(address, timeout):
        raise urllib.error.HTTPError(address, 404, "Not Found", None, None)

    monkeypatch.setattr(transfer.urllib.request, "urlopen", refuses)
    assert transfer._is_reachable("https://example.invalid/")


@pytest.mark.slow
def test_the_four_functions_work_on_mobilenet_as_on_the_small_base():
    base = keras.applications.MobileNetV2((96, 96, 3), include_top=False, weights=None)
    x, y, _, _ = transfer.target_task(0, n_train=4, n_test=0)
    ready = layers.preprocess_for(base, transfer.resized_for(base, x))
    assert ready.shape == (4, 96, 96, 3)
    assert (ready.min() >= -1, ready.max() <= 1, ready.min() < -0.5) == (True, True, True)
    model = layers.build_transfer(base, 2)
    assert sum(int(np.prod(w.shape)) for w in model.trainable_weights) == 1280 * 2 + 2
    model.run_eagerly = True
    before = base.get_weights()
    model.train_on_batch(ready, y)
    assert all(map(np.array_equal, before, base.get_weights()))
    layers.fine_tune(model, base, transfer.last_convolution(base), 1e-4)
    assert [layer.name for layer in base.layers if layer.trainable and layer.weights] == ["Conv_1"]


def test_the_rows_of_a_figure_say_what_becomes_of_each_layer():
    base = transfer.load_base()
    frozen = transfer.layer_rows(base, 194)
    assert {state for _, _, state in frozen[:-2]} == {"frozen"}
    assert frozen[-2:] == [("11  old_head", 582, "left out"), ("new head", 194, "learns")]
    thawed = transfer.layer_rows(base, 194, transfer.last_convolution(base))
    assert [row for row in thawed if row[2] == "learns"] == [
        ("7  conv4", 55_392, "learns"),
        ("new head", 194, "learns"),
    ]
    assert ("9  norm", 384, "frozen") in thawed
