"""What a kernel has imported before a submission runs in it."""

from __future__ import annotations

import ast
import pkgutil
from importlib.util import find_spec

from nbformat import NotebookNode

from cnnbasics import exercises

ALWAYS = (
    "numpy",
    "numpy.random",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_agg",
    "cnnbasics",
    "cnnbasics.checking",
    "cnnbasics.datasets",
    "cnnbasics.plots",
    "cnnbasics.widgets",
)
"""What every unit uses, and a check too."""


def modules_for(form: NotebookNode) -> list[str]:
    """Return what to import for a unit: what its cells import, and what their checks use.

    Parameters
    ----------
    form : NotebookNode
        The unit's form.

    Returns
    -------
    list of str
        Names of modules that are there to be imported.
    """
    code = [cell.source for cell in form.cells if cell.cell_type == "code"]
    wanted = [*ALWAYS, *_exercises(), *(name for source in code for name in _imported(source))]
    return [name for name in dict.fromkeys(wanted) if _is_there(name)]


def _exercises() -> list[str]:
    found = pkgutil.iter_modules(exercises.__path__, f"{exercises.__name__}.")
    return [module.name for module in found]


def _imported(source: str) -> list[str]:
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:  # a cell with a magic
        return []
    found = []
    for node in nodes:
        if isinstance(node, ast.Import):
            found += [alias.name.partition(".")[0] for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.append(node.module.partition(".")[0])
    # TensorFlow imports it when it is first used, and every unit uses it.
    return [*found, "keras"] if "tensorflow" in found else found


def _is_there(name: str) -> bool:
    return find_spec(name.partition(".")[0]) is not None
