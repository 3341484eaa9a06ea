"""The larger datasets, downloaded the first time they are asked for and kept in a cache."""

import errno
import gzip
import os
import sys
import tarfile
import textwrap
from pathlib import Path

import numpy as np

from cnnbasics.datasets.errors import DownloadFailed
from cnnbasics.datasets.results import TrainTest

_FASHION = "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"
_CIFAR = "https://www.cs.toronto.edu/~kriz/"

# Dataset: file, address, sha256. The file is kept under the dataset's name in the cache.
SOURCES = {
    "fashion_mnist": {
        "train-images-idx3-ubyte.gz": (
            _FASHION + "train-images-idx3-ubyte.gz",
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        ),
        "train-labels-idx1-ubyte.gz": (
            _FASHION + "train-labels-idx1-ubyte.gz",
            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        ),
        "t10k-images-idx3-ubyte.gz": (
            _FASHION + "t10k-images-idx3-ubyte.gz",
            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        ),
        "t10k-labels-idx1-ubyte.gz": (
            _FASHION + "t10k-labels-idx1-ubyte.gz",
            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        ),
    },
    "cifar10": {
        "cifar-10-binary.tar.gz": (
            _CIFAR + "cifar-10-binary.tar.gz",
            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
        ),
    },
}


def load_fashion_mnist():
    """Zalando's pictures of clothes, 28x28."""

    def unpack(file, header, *shape):
        content = gzip.decompress(fetch("fashion_mnist", file).read_bytes())
        return np.frombuffer(content, np.uint8, offset=header).reshape(-1, *shape)

    parts = []
    for part in ("train", "t10k"):
        parts.append(unpack(f"{part}-images-idx3-ubyte.gz", 16, 28, 28, 1).copy())
        parts.append(unpack(f"{part}-labels-idx1-ubyte.gz", 8).astype(np.int64))
    labels = (
        *("T-shirt", "trousers", "pullover", "dress", "coat"),
        *("sandal", "shirt", "sneaker", "bag", "ankle boot"),
    )
    return TrainTest(*parts, labels=labels)


def load_cifar10():
    """Small color photographs of ten kinds of things, 32x32."""
    train_files = [f"data_batch_{i}.bin" for i in range(1, 6)]
    with tarfile.open(fetch("cifar10", "cifar-10-binary.tar.gz")) as archive:
        content = {
            Path(member.name).name: archive.extractfile(member).read()
            for member in archive
            if member.name.endswith("_batch.bin") or Path(member.name).name in train_files
        }
    parts = []
    for names in (train_files, ["test_batch.bin"]):
        records = np.frombuffer(b"".join(content[name] for name in names), np.uint8)
        records = records.reshape(-1, 1 + 3 * 32 * 32)  # a label, then a plane for each color
        planes = records[:, 1:].reshape(-1, 3, 32, 32)
        parts += [
            np.ascontiguousarray(planes.transpose(0, 2, 3, 1)),
            records[:, 0].astype(np.int64),
        ]
    labels = (
        *("airplane", "automobile", "bird", "cat", "deer"),
        *("dog", "frog", "horse", "ship", "truck"),
    )
    return TrainTest(*parts, labels=labels)


def cache():
    """Say where downloads are kept: ``$CNNBASICS_CACHE``, or else the user's cache folder.

    Returns
    -------
    pathlib.Path
    """
    import pooch

    return Path(os.environ.get("CNNBASICS_CACHE") or pooch.os_cache("cnnbasics"))


def fetch(dataset, file):
    """Find a file in the cache, or download it; its sha256 is checked either way.

    Parameters
    ----------
    dataset, file : str
        Keys of `SOURCES`.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    DownloadFailed
        If the file did not arrive whole. What had arrived is deleted.
    """
    # pooch takes half a second to import, and most of the course never downloads anything.
    import pooch

    url, sha256 = SOURCES[dataset][file]
    path = cache() / dataset / file
    download = pooch.HTTPDownloader(progressbar=Progress(file), chunk_size=2**16)
    try:
        # pooch writes under a temporary name and renames the file when its sha256 is right.
        pooch.retrieve(url, f"sha256:{sha256}", file, path.parent, downloader=download)
    except OSError as error:  # errors of the network are OSErrors too
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            came = textwrap.shorten(f"{type(error).__name__}: {error}", 300)
            do = "Load it again when there is a network."
            raise DownloadFailed(_advice(dataset, url, sha256, came, do, path)) from error
        came = f"a full disk: {error}"
        do = "Make room, or set CNNBASICS_CACHE to a folder on another disk, and load it again."
        raise DownloadFailed(error.errno, _advice(dataset, url, sha256, came, do, path)) from error
    except ValueError as error:
        do = "Load it again; if the same comes again, the file at this address has changed."
        raise DownloadFailed(_advice(dataset, url, sha256, str(error), do, path)) from error
    return path


def _advice(dataset, url, sha256, came, do, path):
    return (
        f"`{dataset}` could not be downloaded; nothing half-written was kept.\n"
        f"expected  {url}\n"
        f"          sha256 {sha256}\n"
        f"came      {came}\n"
        f"{do}\n"
        f"Or bring the file from another machine and save it as {path}.\n"
        f"The photographs, textures, digits, faces and shapes need no network."
    )


class Progress:
    """A line on stderr that says how much of a file has come; pooch calls it.

    Parameters
    ----------
    file : str
        What the line begins with.
    """

    def __init__(self, file):
        self.file = file
        self.total = 0  # bytes; pooch sets it
        self.done = 0
        self.shown = None

    def update(self, n):
        """Count `n` more bytes."""
        self.done += n
        share = min(self.done / self.total, 1) if self.total else 0
        bar = f"{'#' * int(30 * share):.<30} {share:4.0%} of {self.total / 1e6:.1f} MB"
        if bar != self.shown:
            print(f"\r{self.file}  {bar}", end="", file=sys.stderr, flush=True)
            self.shown = bar

    def reset(self):
        """Begin again at nothing."""
        self.done = 0

    def close(self):
        """End the line."""
        print(file=sys.stderr)
