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
from sqlalchemy import make_url
from sqlalchemy.exc import SAWarning, SQLAlchemyError
from tornado.log import app_log
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
    """Drop warnings that nbgrader's own code causes, and what it logs beside an exception."""
    with warnings.catch_warnings():
        # The cells that it puts back have no id.
        warnings.filterwarnings("ignore", category=MissingIDFieldWarning)
        warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
        app_log.addFilter(_no_rollback)
        try:
            yield
        finally:
            app_log.removeFilter(_no_rollback)


def _no_rollback(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith("Rolling back session")


def address_of(path: Path) -> str:
    """Return the SQLAlchemy address of a gradebook in a file."""
    return f"sqlite:///{path.as_posix()}"


def open_gradebook(address: str) -> str:
    """Make an empty gradebook at an address if there is none yet.

    Parameters
    ----------
    address : str
        For SQLAlchemy.

    Returns
    -------
    str
        The address.

    Raises
    ------
    Failed
        If it cannot be reached.
    """
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        _make_tables(address)
    elif url.database and not Path(url.database).exists():
        path = Path(url.database)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Under its own name it is there wholly or not at all.
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(_empty_gradebook())
        part.replace(path)
    return address


@functools.cache
def _make_tables(address: str) -> None:
    try:
        with _nbgrader_in_path(), Gradebook(address, course_id=""):
            pass
    except SQLAlchemyError as error:
        shown = make_url(address).render_as_string()
        raise Failed(f"the gradebook {shown} cannot be opened: {error}") from error


@functools.cache
def _empty_gradebook() -> bytes:
    """Make a gradebook once: to stamp one, nbgrader starts a program, which takes seconds."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "gradebook.db"
        with _nbgrader_in_path(), Gradebook(address_of(path), course_id=""):
            pass
        return path.read_bytes()


@contextlib.contextmanager
def _nbgrader_in_path() -> Iterator[None]:
    """Let it find its program by the bare name, also where the environment was not activated."""
    # Not with nbgrader's own `setenv`, which removes the variable afterwards.
    before = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _reason(said: list[str]) -> str:
    """Pick what says most: the last line of a traceback, else the first message."""
    for text in said:
        if text.startswith("Traceback"):
            return text.strip().splitlines()[-1]
    return said[0] if said else ""
