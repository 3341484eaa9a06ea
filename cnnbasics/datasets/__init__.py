"""Every picture the course uses, by name.

>>> from cnnbasics import datasets
>>> datasets.names()
['photographs', 'textures', 'slide', 'digits', 'faces', 'shapes', 'fashion_mnist', 'cifar10']
>>> datasets.load("photographs")["coffee"].shape
(400, 600, 3)
>>> x_train, y_train, x_test, y_test, labels = datasets.load("digits")
>>> x_train.shape, labels[y_train[0]]
((1297, 8, 8, 1), '0')

The first five are files that come with the course, ``shapes`` is drawn from a seed, and the
last two are downloaded once, if you ask for it: ``load("cifar10", download=True)``.
"""

import difflib
import inspect

from cnnbasics.datasets import download, files, shapes
from cnnbasics.datasets.errors import (
    DamagedFile,
    DatasetError,
    DownloadFailed,
    NotDownloaded,
    UnknownDataset,
)
from cnnbasics.datasets.results import Description, TrainTest, TrainValTest

__all__ = [
    "DamagedFile",
    "DatasetError",
    "DownloadFailed",
    "NotDownloaded",
    "TrainTest",
    "TrainValTest",
    "UnknownDataset",
    "describe",
    "load",
    "names",
]

_LOADERS = {
    "photographs": files.load_photographs,
    "textures": files.load_textures,
    "slide": files.load_slide,
    "digits": files.load_digits,
    "faces": files.load_faces,
    "shapes": shapes.load_shapes,
    "fashion_mnist": download.load_fashion_mnist,
    "cifar10": download.load_cifar10,
}


def names():
    """List the datasets that `load` knows.

    Returns
    -------
    list of str
    """
    return list(_LOADERS)


def load(name, *, download=False, **options):
    """Load a dataset; `describe(name)` says what is in it.

    Parameters
    ----------
    name : str
        One of `names()`.
    download : bool
        Whether ``fashion_mnist`` and ``cifar10`` may be downloaded if they are not in the cache.
        The others are never downloaded, and do not mind.
    **options
        ``textures`` takes `region` ("all", "train" or "test"); ``shapes`` takes `seed`,
        `n_train`, `n_val`, `n_test` and `kinds`. The others take none.

    Returns
    -------
    dict of str to uint8 array, (height, width) or (height, width, 3)
        For ``photographs``, ``textures`` and ``slide``: each picture by its name.
    TrainTest
        For ``digits``, ``faces``, ``fashion_mnist`` and ``cifar10``:
        `x_train`, `y_train`, `x_test`, `y_test`, `labels`, in this order.
    TrainValTest
        For ``shapes``: `x_train`, `y_train`, `x_val`, `y_val`, `x_test`, `y_test`, `labels`.

    Each `x` is uint8 of shape (n, height, width, channels), each `y` is int64 of shape (n,), and
    ``labels[y[i]]`` is the name of a class. The arrays are yours: changing them changes nothing
    for the next caller.

    Raises
    ------
    UnknownDataset
        If there is no such dataset.
    DamagedFile
        If a file of the course is missing or is not the one that was shipped.
    NotDownloaded
        If a dataset is not in the cache and `download` is False.
    DownloadFailed
        If a dataset could not be downloaded.
    TypeError
        If the dataset does not take an option.

    Examples
    --------
    >>> load("shapes", n_train=100, n_val=20, n_test=20)
    TrainValTest(x_train=uint8 (100, 64, 64, 3), y_train=int64 (100,),
                 x_val=uint8 (20, 64, 64, 3), y_val=int64 (20,),
                 x_test=uint8 (20, 64, 64, 3), y_test=int64 (20,),
                 labels=('circle', 'star'))
    >>> {name: picture.shape for name, picture in load("textures", region="test").items()}
    {'brick': (162, 512), 'grass': (162, 512), 'gravel': (162, 512)}
    """
    _refuse_unknown(name)
    loader = _LOADERS[name]
    taken = list(inspect.signature(loader).parameters)
    for option in options:
        if option not in taken:
            known = ", ".join(f"`{known}`" for known in taken) or "none"
            raise TypeError(f"`{name}` has no option `{option}`; its options: {known}.")
    if "download" in taken:
        options["download"] = download
    return loader(**options)


def describe(name):
    """Tell what a dataset holds, where it comes from and what you may do with it.

    Parameters
    ----------
    name : str
        One of `names()`.

    Returns
    -------
    str
        Arrays, range, split, license, source and how it was made: the section of
        ``data/README.md`` on this dataset.

    Raises
    ------
    UnknownDataset
        If there is no such dataset.

    Examples
    --------
    >>> print(describe("faces").splitlines()[0])
    faces
    """
    _refuse_unknown(name)
    readme = (files.folder() / "README.md").read_text(encoding="utf-8")
    sections = dict(part.split("\n", 1) for part in readme.split("\n## ")[1:])
    return Description(f"{name}\n{sections[name].rstrip()}")


def _refuse_unknown(name):
    if name not in _LOADERS:
        close = difflib.get_close_matches(str(name), names(), n=1, cutoff=0.5)
        hint = f" Did you mean `{close[0]}`?" if close else ""
        raise UnknownDataset(
            f"There is no dataset `{name}`.{hint} There are: {', '.join(names())}."
        )
