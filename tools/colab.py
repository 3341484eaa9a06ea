"""Make the notebooks for Google Colab: the released ones, with a cell that fetches the course.

Run it as ``python tools/colab.py ADDRESS``, the address of the folder that the wheel will be
downloaded from; the release workflow does, as only it knows where the release will be. The
notebooks in `notebooks/` stay as they are.
"""

import argparse
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.packing import PROJECT, pack  # noqa: E402

# Plain Python, not %pip: what grades a notebook reads its cells as Python. The data are in the
# wheel.
CELL = """\
# Google Colab does not have the course: this fetches it. Anywhere else it does nothing.
import importlib.util
import subprocess
import sys

if importlib.util.find_spec("cnnbasics") is None:
    # Without what it depends on: Colab has its own NumPy, TensorFlow and Jupyter.
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, "{wheel}"], check=True)
    importlib.invalidate_caches()"""


def with_header(notebook, address):
    """Return a notebook with the cell that fetches the course below its title.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        A released one; it is not changed.
    address : str
        Of the folder that the wheel is in.

    Returns
    -------
    nbformat.NotebookNode
    """
    made = nbformat.from_dict(notebook)
    wheel = f"{address.rstrip('/')}/cnnbasics-{PROJECT['project']['version']}-py3-none-any.whl"
    made.cells.insert(1, new_code_cell(CELL.format(wheel=wheel), id="colab"))
    return made


def main(arguments=None):
    """Write ``dist/cnn-basics-colab-VERSION.zip``; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address", help="where the wheel will be, such as https://...")
    parser.add_argument("--into", type=Path, default=ROOT / "dist", metavar="FOLDER")
    options = parser.parse_args(arguments)
    made = {
        unit.name: nbformat.writes(
            with_header(nbformat.read(unit, as_version=4), options.address)
        ).encode()
        + b"\n"
        for unit in sorted((ROOT / "notebooks").glob("*/*.ipynb"))
    }
    print(f"{pack(made, options.into, 'colab')}: {len(made)} notebooks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
