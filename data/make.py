"""Make the files in this folder from scikit-learn's and scikit-image's own data.

Run `python data/make.py`; it writes the same bytes each time. `base.npz` comes from `make_base.py`
and is only entered in the registry here.
"""

import hashlib
import sys
import zipfile
from pathlib import Path

import numpy as np
import skimage.data
from sklearn.datasets import load_digits

REGISTRY = "registry.txt"
BASE = Path(__file__).with_name("base.npz")


def photographs():
    """Collect photographs that anyone may copy, each with its shape as published."""
    names = ("astronaut", "camera", "cat", "cell", "clock", "coffee", "rocket", "text")
    images = {name: getattr(skimage.data, name)() for name in names}
    retina = skimage.data.retina()[:1408, :1408]  # a multiple of 4; the rest is black
    blocks = retina.reshape(352, 4, 352, 4, 3)
    images["retina"] = np.rint(blocks.mean(axis=(1, 3))).astype(np.uint8)
    return dict(sorted(images.items()))


def textures():
    """Collect the three textures, 512x512."""
    return {name: getattr(skimage.data, name)() for name in ("brick", "grass", "gravel")}


def slide():
    """Halve the stained slide, 512x512, by averaging blocks of 2x2."""
    blocks = skimage.data.immunohistochemistry().reshape(256, 2, 256, 2, 3)
    return {"colon": np.rint(blocks.mean(axis=(1, 3))).astype(np.uint8)}


def digits():
    """Split the digits so that the last 50 of each class, in the file's order, are the test.

    Neighbors in the file look most alike: writers seem to follow one another, unnamed. A split
    by order keeps most of them on one side; a random one would not.
    """
    x, y = load_digits(return_X_y=True)
    x = x.astype(np.uint8).reshape(-1, 8, 8, 1)
    return split(x, y, [np.flatnonzero(y == digit)[-50:] for digit in range(10)])


def faces():
    """Split the pictures so that the last 25 faces and the last 25 others are the test.

    The file holds 100 faces and then 100 others; here they take turns.
    """
    x = np.rint(255 * skimage.data.lfw_subset()).astype(np.uint8)
    x = x.reshape(2, 100, 25, 25, 1).swapaxes(0, 1).reshape(200, 25, 25, 1)
    return split(x, np.tile([1, 0], 100), [np.arange(150, 200)])


def split(x, y, test):
    """Part the images `x` and classes `y` into the rows in `test` and all others."""
    in_test = np.zeros(len(x), bool)
    in_test[np.concatenate(test)] = True
    y = y.astype(np.int64)
    return {
        "x_train": x[~in_test],
        "y_train": y[~in_test],
        "x_test": x[in_test],
        "y_test": y[in_test],
    }


def write(folder):
    """Write every file and the registry of their sha256 into `folder`, a Path."""
    lines = ["# file sha256, as pooch reads it; written by make.py", entry(BASE)]
    for make in (digits, faces, photographs, slide, textures):
        path = folder / f"{make.__name__}.npz"
        write_npz(path, make())
        lines.append(entry(path))
    (folder / REGISTRY).write_bytes("\n".join([*lines, ""]).encode())


def entry(path):
    """Write the line of a file in the registry."""
    return f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def write_npz(path, arrays):
    """Write arrays as `numpy.savez` does, with nothing in it that depends on the machine.

    They are not compressed, as compressors differ; Git and wheels compress them anyway.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy")  # dated 1980
            entry.create_system = 3  # or else it says on which system it was written
            with archive.open(entry, "w") as stream:
                array = np.ascontiguousarray(array)
                np.lib.format.write_array(stream, array, version=(1, 0), allow_pickle=False)


if __name__ == "__main__":
    target = Path(__file__).parent
    write(target)
    sys.stdout.write((target / REGISTRY).read_text())
