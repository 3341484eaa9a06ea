"""Make the environment that every `make` verb runs in: `.venv`, from requirements.lock.

Run it as ``python3 tools/set_up.py [FOLDER]``. It does nothing when the folder was made from the
lock and the pyproject.toml as they stand. An older Python than the course supports must still be
able to read this file, to be told so instead of stopping at a SyntaxError.
"""

import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"


def say(text):
    """Print a line of progress at once, whoever reads it."""
    print(text, flush=True)


def supported():
    """Return the first minor version of Python 3 that works and the first that does not."""
    text = PROJECT.read_text(encoding="utf-8")
    return tuple(map(int, re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', text).groups()))


def interpreter(venv):
    """Return the path of the environment's Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted(venv):
    """Return the stamp of a finished set-up: a line for the packages, a line for the course.

    The folder is named in it because a moved or copied environment does not work.
    """
    lock, project = (hashlib.sha256(file.read_bytes()).hexdigest() for file in (LOCK, PROJECT))
    return [f"packages {lock} in {venv}", f"course {project}"]


def made(venv):
    """Return the stamp that is there, empty when there is none or no Python beside it."""
    stamp = venv / "ready"
    if not (stamp.exists() and interpreter(venv).exists()):
        return []
    return stamp.read_text(encoding="utf-8").splitlines()


def run(*command):
    """Run a command and let it say what it has to say; its failure is ours."""
    subprocess.run([str(part) for part in command], check=True)


def install_packages(venv):
    """Make the folder anew and install the lock into it, compiled."""
    version = "{}.{}.{}".format(*sys.version_info[:3])
    say(f"Setting up {venv.name} with Python {version}.")
    say("This takes two to five minutes, longer where the network is slow.")
    run(sys.executable, "-m", "venv", "--clear", venv)
    say("1 of 3: fetching the packages of requirements.lock, up to a gigabyte")
    command = [str(interpreter(venv)), "-m", "pip", "install", "--require-hashes", "-r", str(LOCK)]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "--no-compile"]
    found = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as pip:
        for line in pip.stdout:
            if line.startswith(("Collecting ", "Processing ")):
                found += 1
                if found % 25 == 0:
                    say(f"  {found} packages")
            elif line.startswith("Installing collected packages"):
                say(f"  all {found} packages; unpacking them")
    if pip.returncode:
        raise subprocess.CalledProcessError(pip.returncode, "pip install")
    say("2 of 3: compiling them, or importing TensorFlow would take 12 s instead of 5 s")
    # A few packages ship files that are, on purpose, not Python of this version: neither their
    # errors nor their warnings matter.
    compile_all = (interpreter(venv), "-W", "ignore", "-m", "compileall", "-qq", "-j0")
    subprocess.run([*compile_all, venv / ("Lib" if os.name == "nt" else "lib")], check=False)


def install_course(venv):
    """Install the course itself, editable, with nothing from outside."""
    say("3 of 3: installing the course itself")
    pip = (interpreter(venv), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)


def with_another_python(minor):
    """Return the command that takes another Python, in a clone or in the archive for students."""
    name = f"py -3.{minor}" if os.name == "nt" else f"python3.{minor}"
    if (ROOT / "open_course.py").exists():
        return f"{name} open_course.py"
    return f"{name} tools/set_up.py" if os.name == "nt" else f"make PYTHON={name} ..."


def set_up(venv):
    """Do what is missing; the stamp is written last, so that a half-made folder never counts."""
    start = time.monotonic()
    if made(venv)[:1] != wanted(venv)[:1]:
        install_packages(venv)
    install_course(venv)
    (venv / "ready").write_text("\n".join(wanted(venv)) + "\n", encoding="utf-8")
    say(f"{venv.name} is ready after {time.monotonic() - start:.0f} s.")


def main():
    """Set up the environment unless it is ready; return the exit code."""
    venv = ROOT / (sys.argv[1] if len(sys.argv) > 1 else ".venv")
    if made(venv) == wanted(venv):
        return 0
    first, beyond = supported()
    if not (3, first) <= sys.version_info[:2] < (3, beyond):
        found = "{}.{}.{}".format(*sys.version_info[:3])
        say(f"{sys.executable} is Python {found}; the course needs 3.{first} to 3.{beyond - 1}.")
        say(f"If you have one under another name, say so: {with_another_python(beyond - 1)}")
        return 2
    try:
        set_up(venv)
    except (subprocess.CalledProcessError, KeyboardInterrupt) as error:
        reason = str(error) or "interrupted"
        say(f"Set-up did not finish ({reason}). Run the same command again.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
