"""Print what CHANGELOG.md says of a release, if the tag, the version and the changelog agree.

Run it as ``python tools/notes.py v1.2.3``. The exit code is 1 if they do not agree.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Disagreement(Exception):
    """A tag, a version and a changelog that are not of the same release."""


def notes(tag, version, changelog):
    """Return the changelog's section on a release.

    Parameters
    ----------
    tag : str
        Such as "v1.2.3".
    version : str
        The one in ``pyproject.toml``.
    changelog : str
        The text of ``CHANGELOG.md``.

    Returns
    -------
    str

    Raises
    ------
    Disagreement
        If the tag is not that of the version, or the version has no dated section or an empty one.
    """
    if tag != f"v{version}":
        raise Disagreement(
            f"the tag is {tag} but pyproject.toml has version {version}, whose tag is v{version}"
        )
    sections = re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]
    dated = re.compile(rf"\[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$")
    for section in sections:
        head, _, text = section.partition("\n")
        if dated.match(head):
            if not text.strip():
                raise Disagreement(f"CHANGELOG.md says nothing under [{version}]")
            return text.strip() + "\n"
    raise Disagreement(
        f"CHANGELOG.md has no section `## [{version}] - YYYY-MM-DD`; it has: "
        + ", ".join(section.partition("\n")[0] for section in sections)
    )


def main(tag):
    """Print the notes; return the exit code."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    try:
        print(notes(tag, version, changelog), end="")
    except Disagreement as error:
        print(f"notes: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
