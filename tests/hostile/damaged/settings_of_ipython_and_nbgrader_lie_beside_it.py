"""Nobody reads them."""

from hostile_class import write


def hand_in(notebook, folder):
    write(notebook, folder)
    for name in ("ipython_kernel_config.py", "nbgrader_config.py", "jupyter_config.py"):
        (folder / name).write_text("raise SystemExit('SETTINGS')\n", encoding="utf-8")
