"""`quiet` holds back what a library writes past Python, and shows it where something fails."""

import os

import pytest

from cnnbasics import quiet


def test_what_a_library_writes_is_held_back(capfd):
    with quiet():
        os.write(2, b"oneDNN operations are on")
    os.write(2, b"seen")
    assert capfd.readouterr().err == "seen"


def test_it_is_shown_when_the_import_fails(capfd):
    def fail():
        os.write(2, b"a library is missing")
        raise ImportError

    with pytest.raises(ImportError), quiet():
        fail()
    assert capfd.readouterr().err == "a library is missing"
