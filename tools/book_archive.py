"""Put the book into one file, for a release: dist/cnn-basics-book-VERSION.zip.

    python tools/book_archive.py   # after make book

Unpacked, its index.html opens in a browser, without a server.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.packing import pack  # noqa: E402


def files(book: Path) -> dict[str, bytes]:
    """Return what the book is made of, by name, in order."""
    found = sorted(path for path in book.rglob("*") if path.is_file())
    return {path.relative_to(book).as_posix(): path.read_bytes() for path in found}


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 if all is well, 1 if there is no book.
    """
    parser = argparse.ArgumentParser(prog="python tools/book_archive.py")
    parser.add_argument("--book", type=Path, default=ROOT / "dist" / "book", metavar="FOLDER")
    parser.add_argument("--into", type=Path, default=ROOT / "dist", metavar="FOLDER")
    options = parser.parse_args(arguments)
    content = files(options.book)
    if "index.html" not in content:
        print(f"There is no index.html in {options.book}: run make book first.")
        return 1
    path = pack(content, options.into, "book")
    print(f"{path}: {len(content)} files, {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
