"""Open the course: python3 open_course.py

The first time, this sets up what the course needs in the folder .venv beside it, which takes two to
five minutes and a network. After that it opens JupyterLab at once, without one. Whatever else you
write on the line is passed on to JupyterLab, such as --no-browser.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / "tools"
BIN = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")


def main():
    """Set up what is missing, open JupyterLab, and return its exit code."""
    status = subprocess.call([sys.executable, str(TOOLS / "set_up.py")])
    if status:
        return status
    # A terminal opened in JupyterLab finds the course's own Python.
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    command = [str(BIN / "python"), "-m", "jupyterlab", "--config=" + str(TOOLS / "lab.py")]
    command += [*sys.argv[1:], str(ROOT / "notebooks")]
    with subprocess.Popen(command, env=dict(os.environ, PATH=path)) as lab:
        # Ctrl+C is JupyterLab's, which asks first and then ends its kernels.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return lab.wait()


if __name__ == "__main__":
    sys.exit(main())
