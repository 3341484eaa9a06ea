"""A web server on this machine that has small files of the real formats, and its bad days."""

import gzip
import hashlib
import http.server
import io
import re
import signal
import tarfile
import threading
import time

import numpy as np

from cnnbasics.datasets import download


class Server:
    """Serve `pages` (path to bytes) as `ways` says (path to one of the ways below).

    "dropped": half of what is asked for, then the connection is closed; once. "dropped always".
    "slow": in ten pieces. "stalled": half, then silence; once. "interrupted": the same, and the
    student presses Ctrl-C. "no range": it knows no Range. "all as the rest": it sends all, and says
    that it is the rest. "no length": it does not say how much comes. "too long", "too short": what
    it says is ten bytes more or less. "moved": it is at this path with ".new".
    It is a proxy, too: a request may hold a whole address.
    """

    def __init__(self):
        self.pages = {}
        self.ways = {}
        self.asked = []  # path and Range of each request
        self.names = []  # its Authorization
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked = self.headers["Range"]
                outer.asked.append((self.path, asked))
                outer.names.append(self.headers["Authorization"])
                content = outer.pages.get(self.path)
                way = outer.ways.get(self.path, "")
                if way in ("dropped", "stalled", "interrupted"):
                    del outer.ways[self.path]
                if way == "moved":
                    self.send_response(302)
                    self.send_header("Location", f"{self.path}.new")
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                if content is None:
                    self.send_error(404)
                    return
                start = int(re.fullmatch(r"bytes=(\d+)-", asked)[1]) if asked else 0
                if not asked or "no range" in way:
                    self.send_response(200)
                elif start >= len(content):
                    self.send_error(416)
                    return
                else:
                    self.send_response(206)
                    span = f"bytes {start}-{len(content) - 1}/{len(content)}"
                    self.send_header("Content-Range", span)
                    content = content[start if way != "all as the rest" else 0 :]
                says = len(content) + {"too long": 10, "too short": -10}.get(way, 0)
                if way != "no length":
                    self.send_header("Content-Length", str(says))
                self.end_headers()
                self.send(content, way)

            def send(self, content, way):
                half = len(content) // 2
                if "slow" in way:
                    for piece in range(10):
                        step = -(-len(content) // 10)
                        self.wfile.write(content[piece * step : (piece + 1) * step])
                        time.sleep(0.05)
                elif "dropped" in way or way in ("stalled", "interrupted"):
                    self.wfile.write(content[:half])
                    if way == "interrupted":
                        time.sleep(0.2)  # for what was sent to arrive
                        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
                    if way in ("stalled", "interrupted"):
                        outer.stopped.wait(5)
                else:
                    self.wfile.write(content)

            def log_message(self, *args):
                pass

        self.stopped = threading.Event()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        # It looks that often whether it shall stop.
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    def stop(self):
        """Let go of who waits, and end."""
        self.stopped.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def source_of(url, content):
    """Say what a file is known by."""
    return download.Source(url, len(content), hashlib.sha256(content).hexdigest())


def offer(server, monkeypatch, dataset, contents):
    """Let `dataset` be downloaded from `server`, with the right sha256 of `contents`."""
    server.pages = {f"/{name}": content for name, content in contents.items()}
    sources = {
        name: source_of(f"{server.url}/{name}", content) for name, content in contents.items()
    }
    monkeypatch.setitem(download.SOURCES, dataset, sources)


def small_fashion(n_train=6, n_test=4):
    """Make a small Fashion-MNIST: its arrays, and its files by their names."""
    rng = np.random.default_rng(5)
    arrays, contents = [], {}
    for part, n in (("train", n_train), ("t10k", n_test)):
        x = rng.integers(0, 256, (n, 28, 28), dtype=np.uint8)
        y = rng.integers(0, 10, n, dtype=np.uint8)
        head = n.to_bytes(4, "big")
        images = b"\0\0\x08\x03" + head + 2 * (28).to_bytes(4, "big") + x.tobytes()
        contents[f"{part}-images-idx3-ubyte.gz"] = gzip.compress(images)
        contents[f"{part}-labels-idx1-ubyte.gz"] = gzip.compress(
            b"\0\0\x08\x01" + head + y.tobytes()
        )
        arrays += [x[..., np.newaxis], y]
    return arrays, contents


def small_cifar(n_train=10, n_test=2):
    """Make a small CIFAR-10, `n_train` a multiple of five: its arrays, and its file by its name."""
    rng = np.random.default_rng(6)
    x = rng.integers(0, 256, (n_train + n_test, 32, 32, 3), dtype=np.uint8)
    y = rng.integers(0, 10, n_train + n_test, dtype=np.uint8)
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        # Not in order: the loader must not rely on it.
        n = n_train // 5
        members = [(f"data_batch_{i}.bin", slice(n * i - n, n * i)) for i in (3, 1, 5, 2, 4)]
        for name, rows in [("test_batch.bin", slice(n_train, None)), *members]:
            records = [
                bytes([label]) + image.transpose(2, 0, 1).tobytes()
                for image, label in zip(x[rows], y[rows], strict=True)
            ]
            entry = tarfile.TarInfo(f"cifar-10-batches-bin/{name}")
            entry.size = sum(map(len, records))
            archive.addfile(entry, io.BytesIO(b"".join(records)))
        readme = tarfile.TarInfo("cifar-10-batches-bin/readme.html")
        archive.addfile(readme, io.BytesIO(b""))
    arrays = [x[:n_train], y[:n_train], x[n_train:], y[n_train:]]
    return arrays, {"cifar-10-binary.tar.gz": stream.getvalue()}
