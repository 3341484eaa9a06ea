"""Pack files into an archive that is the same, byte for byte, whoever packs them and when."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

DATED = (2020, 1, 1, 0, 0, 0)
"""What every file is dated: any day will do that is the same one each time."""


def pack(content: dict[str, bytes], folder: Path, kind: str) -> Path:
    """Write ``cnn-basics-KIND-VERSION.zip``.

    Nothing in it is compressed, as another zlib would compress differently.

    Parameters
    ----------
    content : dict of str to bytes
        The files by name.
    folder : Path
        Where the archive is to lie. It is made if it is missing.
    kind : str
        What it is, such as "student".

    Returns
    -------
    Path
        The archive. Everything in it lies in one folder of the archive's name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"cnn-basics-{kind}-{PROJECT['project']['version']}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in content.items():
            entry = zipfile.ZipInfo(f"{path.stem}/{name}", DATED)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return path
