"""A Dask cluster and PostgreSQL give the same marks as one machine and SQLite."""

import contextlib
import functools
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from test_batch import UNIT, all_grades, grade, hand_in, pretend, wait_for

from autograder import batch
from autograder.course import Failed
from autograder.grading import Classroom
from autograder.record import Record
from autograder.workers import Cluster

pytestmark = pytest.mark.slow


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@contextlib.contextmanager
def cluster(workers, folder):
    """A scheduler and its workers, each a program of its own, with no folder in common."""
    address = f"tcp://127.0.0.1:{free_port()}"
    # What stands in for the work is in this file, which the package is not.
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard"]
    programs = [
        subprocess.Popen([*dask, "--host", "127.0.0.1", "--port", address.split(":")[-1]], **quiet)
    ]
    dask = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny"]
    for number in range(workers):
        place = folder / f"worker-{number}"
        place.mkdir()
        command = [*dask, "--nthreads", "1", "--no-dashboard", "--local-directory", str(place)]
        programs.append(subprocess.Popen(command, cwd=place, **quiet))
    try:
        yield address, programs[1:]
    finally:
        for program in reversed(programs):
            program.kill()
            program.wait()


def slowly(data, sandbox):
    """Stand in for work that takes a moment."""
    time.sleep(0.2)
    return pretend(data, sandbox)


@pytest.mark.filterwarnings("default")
def test_a_cluster_of_which_a_worker_is_killed_half_way_grades_every_submission(
    room, tmp_path, monkeypatch
):
    pytest.importorskip("distributed")
    monkeypatch.setattr(batch, "grade", slowly)
    names = [f"student-{number}" for number in range(30)]
    hand_in(room, *names)
    with cluster(3, tmp_path) as (address, programs):
        workers = Cluster(address)
        try:
            assert wait_for(lambda: len(workers.names) == 3, 60)
            killer = threading.Timer(1.5, programs[0].kill)
            killer.start()
            with Record(room) as record:
                waiting = filter(None, batch.tasks(room, record, [(UNIT, name) for name in names]))
                done = list(batch.run(record, waiting, workers, True))
            killer.join()
            assert programs[0].wait(10) != 0
            assert len(workers.names) == 2
        finally:
            workers.close()
    assert {one.student for one in done} == set(names)
    assert {one.problem for one in done} == {""}
    assert {name: one["double-visible"] for name, one in all_grades(room).items()} == {
        f"student-{number}": number % 3 for number in range(30)
    }


def postgresql():
    """The folder of the newest PostgreSQL that Debian installed; None if there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else None


@contextlib.contextmanager
def database_server(folder):
    """A PostgreSQL server of one's own; it gives the address of an empty database."""
    port, data = free_port(), folder / "data"
    data.mkdir()
    become = []
    if os.geteuid() == 0:
        # It refuses to run as root.
        for path in (folder, data):
            os.chown(path, 65534, 65534)
        become = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    run = functools.partial(subprocess.run, cwd="/", check=True, capture_output=True)
    run([*become, postgresql() / "initdb", "-D", data, "-U", "grader", "-A", "trust", "-N"])
    options = ["-p", str(port), "-k", "", "-h", "127.0.0.1", "-F"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen([*become, postgresql() / "postgres", "-D", data, *options], **quiet)
    try:
        ready = [postgresql() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
        assert wait_for(lambda: subprocess.run(ready, check=False).returncode == 0, 60)
        yield f"postgresql+psycopg://grader@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.skipif(postgresql() is None, reason="Debian's postgresql is not installed")
def test_a_gradebook_on_postgresql_holds_what_one_in_a_file_holds(room, entered):
    pytest.importorskip("psycopg")
    names = [f"student-{number}" for number in range(6)]
    hand_in(room, *names)
    grade(room)
    # Not in pytest's folder, which is closed to other users.
    with tempfile.TemporaryDirectory() as folder, database_server(Path(folder)) as address:
        other = Classroom(entered, room.folder.parent / "other", address)
        hand_in(other, *names)
        other.enter(UNIT)
        done, _ = grade(other)
        assert set(done) == set(names)
        assert all_grades(other) == all_grades(room)
        assert grade(other)[0] == {}
        other.give_feedback(UNIT, names[0])
        assert not (other.folder / "gradebook.db").exists()


def test_a_gradebook_that_cannot_be_reached_is_said(entered, tmp_path):
    pytest.importorskip("psycopg")
    address = f"postgresql+psycopg://grader:secret@127.0.0.1:{free_port()}/none"
    with pytest.raises(Failed, match=r"the gradebook .* cannot be opened") as error:
        Record(Classroom(entered, tmp_path, address))
    assert "secret" not in str(error.value).split("cannot be opened")[0]
