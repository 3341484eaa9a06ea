"""The datasets that come with the course as files."""

import hashlib
import io
from pathlib import Path

import numpy as np

from cnnbasics.datasets.errors import DamagedFile
from cnnbasics.datasets.results import TrainTest

# Rows 340 to 349 belong to neither, so that no training patch touches a test patch.
TEXTURE_ROWS = {"all": slice(None), "train": slice(0, 340), "test": slice(350, 512)}


def load_photographs():
    """Photographs by name, uint8."""
    return _read("photographs.npz")


def load_textures(region="all"):
    """Textures by name, uint8; `region` "train" and "test" have no row in common."""
    if region not in TEXTURE_ROWS:
        raise ValueError(f"`region` must be one of {list(TEXTURE_ROWS)}, but it is {region!r}.")
    rows = TEXTURE_ROWS[region]
    return {name: image[rows] for name, image in _read("textures.npz").items()}


def load_slide():
    """Stained tissue by name, uint8."""
    return _read("slide.npz")


def load_digits():
    """Handwritten digits, 8x8, 0 to 16."""
    return TrainTest(**_read("digits.npz"), labels=tuple("0123456789"))


def load_faces():
    """Faces and patches that are not faces, 25x25."""
    return TrainTest(**_read("faces.npz"), labels=("not a face", "face"))


def load_base_weights():
    """Weights of the base network of unit 14 by name, float16."""
    return _read("base.npz")


def folder():
    """Find the data: inside the installed package, or beside it in a checkout.

    Returns
    -------
    pathlib.Path
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"


def registry():
    """Read ``registry.txt``, in which each line holds a file and its sha256, as pooch has it.

    Returns
    -------
    dict of str to str
    """
    lines = _bytes("registry.txt", expected="the list of files").decode().splitlines()
    entries = (line.split() for line in lines if not line.startswith("#"))
    return {entry[0]: entry[1] for entry in entries if len(entry) == 2}


def _bytes(name, expected):
    path = folder() / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise DamagedFile(_advice(path, expected, f"{type(error).__name__}: {error}")) from error


def _read(name):
    expected = f"sha256 {registry().get(name, 'that registry.txt should name')}"
    content = _bytes(name, expected)
    got = f"sha256 {hashlib.sha256(content).hexdigest()}, {len(content):,} bytes"
    if not got.startswith(expected):
        raise DamagedFile(_advice(folder() / name, expected, got))
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return dict(arrays)


def _advice(path, expected, got):
    return (
        f"A data file of the course is missing or damaged.\n"
        f"file      {path}\n"
        f"expected  {expected}\n"
        f"got       {got}\n"
        f"In a clone, `git restore data` brings it back; otherwise install the course again."
    )
