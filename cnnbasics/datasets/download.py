"""The larger datasets, downloaded when a caller allows it and kept in a cache."""

import contextlib
import errno
import gzip
import os
import re
import sys
import tarfile
import textwrap
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np

from cnnbasics.datasets.errors import DownloadFailed, NotDownloaded
from cnnbasics.datasets.one_at_a_time import one_at_a_time
from cnnbasics.datasets.results import TrainTest

TIMEOUT = 30  # seconds in which a server must answer, and go on answering
TRIES = 10  # connections for one file, while each of them brings something
PAUSE = 1  # seconds before the next of them

_FASHION = "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"
_CIFAR = "https://www.cs.toronto.edu/~kriz/"


class Source(NamedTuple):
    """Where a file comes from and how it is known to be the right one."""

    url: str
    size: int  # bytes
    sha256: str


# Dataset: file, source. The file is kept under the dataset's name in the cache.
#
# Sizes and sha256 are those of TensorFlow Datasets, in its repository tensorflow/datasets under
# tensorflow_datasets/url_checksums/fashion_mnist.txt and cifar10.txt, as of commit 333639b37af6.
# Keras' own loaders do not help: keras/src/datasets/fashion_mnist.py checks no hash, and cifar10.py
# has that of another archive, cifar-10-python.tar.gz, whose pickles the course does not read.
SOURCES = {
    "fashion_mnist": {
        "train-images-idx3-ubyte.gz": Source(
            _FASHION + "train-images-idx3-ubyte.gz",
            26_421_880,
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        ),
        "train-labels-idx1-ubyte.gz": Source(
            _FASHION + "train-labels-idx1-ubyte.gz",
            29_515,
            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        ),
        "t10k-images-idx3-ubyte.gz": Source(
            _FASHION + "t10k-images-idx3-ubyte.gz",
            4_422_102,
            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        ),
        "t10k-labels-idx1-ubyte.gz": Source(
            _FASHION + "t10k-labels-idx1-ubyte.gz",
            5_148,
            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        ),
    },
    "cifar10": {
        "cifar-10-binary.tar.gz": Source(
            _CIFAR + "cifar-10-binary.tar.gz",
            170_052_171,
            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
        ),
    },
}


def load_fashion_mnist(download=False):
    """Zalando's pictures of clothes, 28x28."""
    files = fetch("fashion_mnist", download)

    def unpack(file, header, *shape):
        content = gzip.decompress(files[file].read_bytes())
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


def load_cifar10(download=False):
    """Small color photographs of ten kinds of things, 32x32."""
    train_files = [f"data_batch_{i}.bin" for i in range(1, 6)]
    files = fetch("cifar10", download)
    with tarfile.open(files["cifar-10-binary.tar.gz"]) as archive:
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


def address(dataset, file):
    """Say where a file is downloaded from: its source, or the mirror ``$CNNBASICS_DATA_URL``.

    A mirror has a folder for each dataset, as the cache has: any web server on a filled cache
    is one.

    Parameters
    ----------
    dataset, file : str
        Keys of `SOURCES`.

    Returns
    -------
    str

    Raises
    ------
    DownloadFailed
        If the mirror is not an address that a folder can be added to.
    """
    mirror = os.environ.get("CNNBASICS_DATA_URL")
    if not mirror:
        return SOURCES[dataset][file].url
    if not _is_folder(mirror):
        raise DownloadFailed(
            "CNNBASICS_DATA_URL must be the address of a folder, such as https://host/folder, but "
            f"it is {mirror.rpartition('@')[2]!r}.\n"
            "In a name or a password, / is written %2F and @ is %40."
        )
    return f"{mirror.rstrip('/')}/{dataset}/{file}"


def _is_folder(mirror):
    try:
        parts = urlsplit(mirror)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # of the port, or of brackets
        return False
    return bool(known and "@" not in parts.path and not parts.query and not parts.fragment)


def fetch(dataset, download):
    """Find the files of a dataset in the cache, or download them; each sha256 is checked.

    Parameters
    ----------
    dataset : str
        A key of `SOURCES`.
    download : bool
        Whether what is missing may be downloaded.

    Returns
    -------
    dict of str to pathlib.Path

    Raises
    ------
    NotDownloaded
        If a file is missing and must not be downloaded.
    DownloadFailed
        If a file did not arrive whole. What had arrived is kept, and the next call goes on from
        there, unless it was wrong or the disk is full.
    """
    folder = cache() / dataset
    paths = {file: folder / file for file in SOURCES[dataset]}
    missing = [file for file, path in paths.items() if not _is_whole(path, dataset)]
    if missing and not download:
        raise NotDownloaded(_how_to_download(dataset, missing))
    for file in missing:
        url = address(dataset, file)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with one_at_a_time(folder / ".lock"):
                # Somebody who shares the cache may have brought it in the meantime.
                if not _is_whole(paths[file], dataset):
                    _download(url, SOURCES[dataset][file], paths[file])
        # Errors of the network are OSErrors too; a name that no host can have is a ValueError.
        except (OSError, ValueError) as error:
            failed = DownloadFailed(_advice(dataset, file, url, error))
            failed.errno = getattr(error, "errno", None)
            # Not `from error`: its words may hold a mirror's password, and a notebook would show
            # them, below a hundred lines of other people's code.
            raise failed from None
    return paths


def _is_whole(path, dataset):
    return path.is_file() and _sha256(path) == SOURCES[dataset][path.name].sha256


def _sha256(path):
    # pooch takes half a second to import, and most of the course never downloads anything.
    import pooch

    return pooch.file_hash(path)


def _part(path):
    """Say where what has come of a file is kept until all of it is there."""
    return path.with_name(path.name + ".part")


def _size(path):
    return path.stat().st_size if path.exists() else 0


def _download(url, source, path):
    """Bring a file; take up a connection that breaks as long as each try brings something."""
    part = _part(path)
    for left in reversed(range(TRIES)):
        before = _size(part)
        try:
            if before < source.size:  # else it was stopped after the last byte
                _bring(url, part, source.size)
            _put_in_place(part, path, source.sha256)
        except _AnotherFile:
            # What had come earlier may be of another file: then all of it is asked for once more.
            if not before or not left:
                raise
        except OSError as error:
            if _is_full(error):
                part.unlink(missing_ok=True)
                raise
            if not left or _size(part) == before:
                raise
            time.sleep(PAUSE)
        else:
            return


def _is_full(error):
    return getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)


class _AnotherFile(OSError):
    """A file that arrived and is not the one that was asked for."""


def _put_in_place(part, path, sha256):
    got = _sha256(part)
    if got != sha256:
        size = _size(part)
        part.unlink()
        raise _AnotherFile(f"sha256 {got}, {size:,} bytes")
    part.replace(path)


def _bring(url, part, size):
    """Download what is missing at the end of `part`, a file of `size` bytes."""
    import pooch

    with part.open("ab") as stream, contextlib.ExitStack() as at_the_end:
        progress = Progress(part.stem, stream, size)
        at_the_end.callback(progress.end)

        def begin_anew(response, **_):
            at_the_end.callback(response.close)
            # 200: a server that cannot send the rest, and sends all of it. 416: there is no rest.
            if response.status_code in (200, 416):
                stream.truncate(0)

        headers = {"Accept-Encoding": "identity"}  # or a .gz might be unpacked on the way
        if stream.tell():
            headers["Range"] = f"bytes={stream.tell()}-"
        download = pooch.HTTPDownloader(
            progressbar=progress,
            chunk_size=2**13,  # bytes; an unfinished chunk is lost when a connection breaks
            timeout=TIMEOUT,
            headers=headers,
            hooks={"response": begin_anew},
        )
        download(url, stream, None)


def _said(n):
    """Say a number of bytes in a unit that suits it."""
    return f"{n / 1e6:,.1f} MB" if n >= 1e6 else f"{n / 1e3:,.1f} kB"


def _how_to_download(dataset, missing):
    sources = {cache() / dataset / file: SOURCES[dataset][file] for file in missing}
    lines = [f"`{dataset}` is not on this machine, and nothing is downloaded unless you say so."]
    for path, source in sources.items():
        if path.is_file():  # as brought from another machine, see `_advice`
            lines += [
                f"There is {path}, but it is another file:",
                f"expected  sha256 {source.sha256}, {source.size:,} bytes",
                f"came      sha256 {_sha256(path)}, {_size(path):,} bytes",
            ]
    size = sum(source.size for source in sources.values())
    lines.append(
        f'datasets.load("{dataset}", download=True) fetches it, {size / 1e6:.0f} MB, once, and '
        f"keeps it in {cache() / dataset}."
    )
    return "\n".join(lines)


def _advice(dataset, file, url, error):
    """Say what was expected, what came, what is kept and what to do."""
    path = cache() / dataset / file
    source = SOURCES[dataset][file]
    came = f"{type(error).__name__}: {error}"
    do = "Load it again when there is a network."
    if _is_full(error):
        came = f"a full disk: {error}"
        do = "Make room, or set CNNBASICS_CACHE to a folder on another disk, and load it again."
    elif isinstance(error, _AnotherFile):
        came = f"another file: {error}"
        do = (
            "A network that wants you to log in first sends its own page instead. If the same "
            "comes again, the file at this address has changed."
        )
    elif getattr(error, "filename", None):  # of this machine, and not of the network
        do = "Set CNNBASICS_CACHE to a folder that you may write to, and load it again."
    elif os.environ.get("CNNBASICS_DATA_URL"):
        do = "The address is that of the mirror in CNNBASICS_DATA_URL: is it right?"
    kept = _size(_part(path)) if _part(path).parent.is_dir() else 0
    lines = [
        f"`{dataset}` could not be downloaded.",
        f"expected  {url}",
        f"          sha256 {source.sha256}, {source.size:,} bytes",
        f"came      {textwrap.shorten(came, 300)}",
    ]
    if kept:
        lines.append(
            f"kept      {_said(kept)} of {_said(source.size)}: loading it again goes on from there"
        )
    lines += [
        do,
        f"Or bring the file from another machine and save it as {path}.",
        "The photographs, textures, digits, faces and shapes need no network.",
    ]
    # A notebook with this message in it may be handed in.
    return re.sub(r"//\S*@", "//", "\n".join(lines))


class Progress:
    """A line on stderr that says how much of a file is there; pooch calls it.

    Parameters
    ----------
    file : str
        What the line begins with.
    stream : file object
        Where its bytes go, behind those that were there before.
    size : int
        Bytes of all of it. Servers do not always say how many come, nor the truth.
    """

    def __init__(self, file, stream, size):
        self.file = file
        self.stream = stream
        self.size = size
        self.shown = None

    def update(self, n):
        """Look how much is there. `n` is no use: pooch counts whole chunks."""
        share = min(self.stream.tell() / self.size, 1)
        bar = f"{'#' * int(30 * share):.<30} {share:4.0%} of {_said(self.size)}"
        if bar != self.shown:
            print(f"\r{self.file}  {bar}", end="", file=sys.stderr, flush=True)
            self.shown = bar

    def reset(self):
        """Do nothing: `update` does not count."""

    def close(self):
        """Do nothing; pooch calls this only if all went well, and `end` must come either way."""

    def end(self):
        """End the line, if there is one."""
        if self.shown:
            print(file=sys.stderr)
