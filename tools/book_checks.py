"""Look through a finished book: links that lead nowhere, pictures without words, answers.

Links to elsewhere are looked at without a network, unless somebody asks for more: `unreachable`.
"""

from __future__ import annotations

import ast
import re
import textwrap
import urllib.request
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit

import nbformat

from tools.course import Unit

SECRETS = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)\n *### END \1", re.DOTALL)
SHORTEST = 12
"""Letters of what is looked for: a shorter one, such as `return out`, is anybody's."""
ADDRESS = re.compile(r"https://(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#][!-~]*)?", re.IGNORECASE)
"""Of a page elsewhere: encrypted, with the name of a host, and without a password or a port."""
PATIENCE = 20
"""Seconds in which a server elsewhere must answer."""


class Page(HTMLParser):
    """What a page says, what it leads to and what it loads.

    Parameters
    ----------
    text : str
        Its HTML.

    Attributes
    ----------
    links, loads : list of str
        Addresses: of what a reader may follow, of what the browser fetches by itself.
    anchors : set of str
        The places in it that a link may lead to.
    pictures : list of dict
        The attributes of each ``<img>``.
    words : str
        All its text and the words for pictures, with single spaces.
    """

    def __init__(self, text: str):
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.pictures: list[dict] = []
        self._words: list[str] = []
        self.feed(text)
        self.words = " ".join("".join(self._words).split())

    def handle_starttag(self, tag: str, attributes: list) -> None:
        """Note what an element leads to, loads and is called."""
        found = dict(attributes)
        if "id" in found:
            self.anchors.add(found["id"])
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag == "link" and "href" in found:
            self.loads.append(found["href"])
        if "src" in found:
            self.loads.append(found["src"])
        if tag == "img":
            self.pictures.append(found)
            self._words.append(f" {found.get('alt') or ''} ")

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self._words.append(data)


class Fault(NamedTuple):
    """What is wrong with a page."""

    page: str
    says: str

    def __str__(self) -> str:
        return f"{self.page}: {self.says}"


def read(book: Path) -> dict[Path, Page]:
    """Return all pages of a book."""
    return {path: Page(path.read_text(encoding="utf-8")) for path in sorted(book.rglob("*.html"))}


def faults(book: Path, course: list[Unit]) -> Iterator[Fault]:
    """Yield all that is wrong with a book.

    Parameters
    ----------
    book : Path
        Its folder.
    course : list of Unit
        The units whose answers must not be in it.
    """
    pages = read(book)
    yield from broken_links(pages, book)
    yield from malformed(pages, book)
    yield from loaded_from_elsewhere(pages, book)
    yield from pictures_without_words(pages, book)
    yield from answers(pages, book, course)


def broken_links(pages: dict[Path, Page], book: Path) -> Iterator[Fault]:
    """Yield the links inside the book that lead to no file, or to no place in it."""
    for path, page in pages.items():
        for link in page.links + page.loads:
            scheme, host, address, _, anchor = urlsplit(link)
            if scheme or host:
                continue
            target = (path.parent / unquote(address) if address else path).resolve()
            name = str(path.relative_to(book))
            if not target.is_file() or not target.is_relative_to(book.resolve()):
                yield Fault(name, f"a link leads nowhere: {link}")
            elif anchor and target.suffix == ".html":
                there = next((pages[p] for p in pages if p.resolve() == target), None)
                if there and unquote(anchor) not in there.anchors | {"top"}:
                    yield Fault(name, f"a link leads to no place on its page: {link}")


def elsewhere(pages: dict[Path, Page]) -> dict[str, Path]:
    """Return the addresses outside a book that it leads to, each with the first page that does."""
    found: dict[str, Path] = {}
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                found.setdefault(link, path)
    return dict(sorted(found.items()))


def malformed(pages: dict[Path, Page], book: Path) -> Iterator[Fault]:
    """Yield the links to elsewhere that are not of the form of `ADDRESS`."""
    for link, path in elsewhere(pages).items():
        if not ADDRESS.fullmatch(link):
            yield Fault(
                str(path.relative_to(book)),
                f"an address must be https://host/..., but it is {link}",
            )


def unreachable(addresses: Iterable[str]) -> Iterator[Fault]:
    """Ask for each address, and yield those where nothing is to be had, with what came instead."""
    for address in addresses:
        # Some servers answer no HEAD, or not what a GET would get.
        for method in ("HEAD", "GET"):
            headers = {"User-Agent": "Mozilla/5.0 (a check of links)"}
            request = urllib.request.Request(address, headers=headers, method=method)
            try:
                urllib.request.urlopen(request, timeout=PATIENCE).close()
            except HTTPError as error:
                error.close()
                came = str(error)
            except (OSError, HTTPException) as error:
                came = f"{type(error).__name__}: {error}"
            else:
                break
        else:
            yield Fault(address, came)


def loaded_from_elsewhere(pages: dict[Path, Page], book: Path) -> Iterator[Fault]:
    """Yield what a browser would fetch from the network."""
    for path, page in pages.items():
        for link in page.loads:
            if urlsplit(link).netloc:
                yield Fault(str(path.relative_to(book)), f"is loaded from elsewhere: {link}")
    for style in sorted(book.rglob("*.css")):
        for link in re.findall(r"(?:@import\s+|url\()['\"]?(?:\w+:)?//[^'\")]+", style.read_text()):
            yield Fault(str(style.relative_to(book)), f"is loaded from elsewhere: {link}")


def pictures_without_words(pages: dict[Path, Page], book: Path) -> Iterator[Fault]:
    """Yield the pictures without an alternative text."""
    for path, page in pages.items():
        for picture in page.pictures:
            if not (picture.get("alt") or "").strip():
                yield Fault(str(path.relative_to(book)), f"no alt text: {picture.get('src')}")


def said_by_answers(unit: Unit) -> Iterator[str]:
    """Yield the lines of a unit's answers and hidden checks, and each text that they hold."""
    for cell in nbformat.read(unit.path, as_version=4).cells:
        for found in SECRETS.finditer(cell.source):
            code = textwrap.dedent(found[2])
            yield from code.splitlines()
            for part in ast.walk(ast.parse(code)):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def answers(pages: dict[Path, Page], book: Path, course: list[Unit]) -> Iterator[Fault]:
    """Yield what answers and hidden checks say, if the book holds it.

    What students see anyway is not looked for: the releases, and the experiments, which some units
    print.
    """
    root = course[0].path.parents[2]
    seen = [
        cell.source
        for path in sorted(root.glob("notebooks/*/*.ipynb"))
        for cell in nbformat.read(path, as_version=4).cells
    ]
    seen += [path.read_text(encoding="utf-8") for path in root.glob("cnnbasics/experiments/*.py")]
    public = " ".join(" ".join(text.split()) for text in seen)
    said = {" ".join(text.split()) for unit in course for text in said_by_answers(unit)}
    secrets = {text for text in said if len(text) >= SHORTEST and text not in public}
    texts = {str(path.relative_to(book)): page.words for path, page in pages.items()}
    index = book / "searchindex.js"
    texts[index.name] = " ".join(index.read_text(encoding="utf-8").split())
    for name, text in texts.items():
        for secret in sorted(secrets):
            if secret in text:
                yield Fault(name, f"says what an answer says: {secret}")
        if re.search(r"### (BEGIN|END) (SOLUTION|HIDDEN)", text):
            yield Fault(name, "holds the mark of an answer")
