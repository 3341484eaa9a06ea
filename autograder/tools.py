"""Run nbgrader's own steps and keep what they say."""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

from nbformat.warnings import MissingIDFieldWarning
from nbgrader.api import Gradebook
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import setenv
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from autograder.course import Failed


class _Kept(logging.Handler):
    """Keeps what is logged in place of printing it."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.records.append(record)


def run_step(step: type[BaseConverter], config: Config, unit: str, student: str = "*") -> None:
    """Run one step of nbgrader, such as `Autograde`, in this process.

    Parameters
    ----------
    step : type
        One of nbgrader's converters.
    config : Config
        The course's, with the folders to work in.
    unit : str
        The assignment, as nbgrader calls it.
    student : str, default="*"
        Whose submission.

    Raises
    ------
    Failed
        If nbgrader reports an error; the message is nbgrader's.
    """
    kept = _Kept()
    log = logging.Logger(step.__name__)
    log.addHandler(kept)
    folders = CourseDirectory(config=config, log=log, assignment_id=unit, student_id=student)
    converter = step(coursedir=folders, config=config, log=log)
    converter.force = True
    try:
        with quiet():
            converter.start()
    except (NbGraderException, OSError) as error:
        said = [record.getMessage() for record in kept.records if record.levelno >= logging.ERROR]
        raise Failed(_reason(said) or str(error)) from error


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Drop warnings that nbgrader's own code causes."""
    with warnings.catch_warnings():
        # The cells that it puts back have no id.
        warnings.filterwarnings("ignore", category=MissingIDFieldWarning)
        warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
        yield


def open_gradebook(path: Path) -> str:
    """Return the address of a gradebook, making an empty one if there is none yet.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    str
        An SQLAlchemy address.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_empty_gradebook())
    return _address(path)


def _address(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


@functools.cache
def _empty_gradebook() -> bytes:
    """Make a gradebook once: to stamp one, nbgrader starts a program, which takes seconds."""
    # It calls the program by its bare name, also where the environment was not activated.
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "gradebook.db"
        with setenv(PATH=tools), Gradebook(_address(path), course_id=""):
            pass
        return path.read_bytes()


def _reason(said: list[str]) -> str:
    """Pick what says most: the last line of a traceback, else the first message."""
    for text in said:
        if text.startswith("Traceback"):
            return text.strip().splitlines()[-1]
    return said[0] if said else ""
