"""A Dask cluster and PostgreSQL give the same marks as one machine and SQLite."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import small_course
from test_batch import UNIT, all_grades, hand_in, pretend, wait_for

from autograder import batch
from autograder.cli import main
from autograder.grading import Classroom
from autograder.record import Record
from autograder.workers import Cluster

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def entered(tmp_path_factory):
    course = small_course.make(tmp_path_factory.mktemp("course"))
    assert main(["--course", str(course.root), "release"]) == 0
    Classroom(course, course.classroom).enter(UNIT)
    return course


@pytest.fixture
def room(entered, tmp_path):
    folder = tmp_path / "room"
    folder.mkdir()
    shutil.copy(entered.classroom / "gradebook.db", folder)
    return Classroom(entered, folder)


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
