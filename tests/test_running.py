"""One bad cell costs one thing: what is run again, what is left out, and what is told."""

import asyncio
import contextlib

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from autograder.kernels import Patience, Stopped
from autograder.running import MOST_SHOWN, Run


class Kernel:
    """Runs a cell of words: "die" kills it, "hang" hangs, "fuse" lets it die two cells later."""

    def __init__(self, log):
        self.log = log
        self.fuse = None
        self.dead = False

    async def run(self, source, seconds, outputs):
        if self.fuse is not None:
            self.fuse -= 1
        if self.dead or "die" in source or self.fuse == 0:
            self.dead = True
            raise Stopped("Its kernel died.")
        if "stuck" in source:
            raise Stopped("It did not end.", by_itself=True)
        if "hang" in source:
            raise Stopped("It did not end.", usable=True, by_itself=True)
        if "fuse" in source:
            self.fuse = 2
        text = "x" * int(source.split()[-1]) if "long" in source else source
        outputs.append(new_output("stream", name="stdout", text=text))
        self.log.append(source)


def ran(*sources, patience=None, idle=()):
    """Run cells; those that begin with "check" are graded. Return the run and each kernel's log."""
    cells = []
    for number, source in enumerate(sources):
        cell = new_code_cell(source, id=f"c{number}")
        if source.startswith("check"):
            own = {"grade": True, "solution": False, "points": 1, "grade_id": f"c{number}"}
            cell.metadata["nbgrader"] = own
        cells.append(cell)
    logs = []

    @contextlib.asynccontextmanager
    async def start(variables, patience):
        logs.append([])
        yield Kernel(logs[-1])

    run = Run(new_notebook(cells=cells), 1, patience or Patience(), set(idle))
    asyncio.run(run.to_the_end(start))
    return run, logs


def shown(run):
    return [
        " ".join(output.get("text", output.get("evalue", "")) for output in cell.outputs)
        for cell in run.notebook.cells
    ]


def test_cells_run_in_their_order_in_one_kernel():
    run, logs = ran("a = 1", "b = a", "check(b)")
    assert logs == [["a = 1", "b = a", "check(b)"]]
    assert shown(run) == logs[0]
    assert [cell.execution_count for cell in run.notebook.cells] == [1, 2, 3]


def test_after_a_cell_that_dies_the_others_run_again_and_the_checks_do_not():
    run, logs = ran("a = 1", "check(a)", "c = 'die'", "d = 1", "check(d)")
    assert logs == [["a = 1", "check(a)"], [], ["a = 1", "d = 1", "check(d)"]]
    assert shown(run) == ["a = 1", "check(a)", "Its kernel died.", "d = 1", "check(d)"]


def test_a_cell_that_can_be_interrupted_costs_no_kernel():
    run, logs = ran("a = 1", "hang", "check(a)")
    assert logs == [["a = 1", "check(a)"]]
    assert shown(run)[1] == "It did not end."


def test_a_cell_that_is_stuck_is_not_tried_again():
    run, logs = ran("a = 1", "stuck", "check(a)")
    assert logs == [["a = 1"], ["a = 1", "check(a)"]]
    assert shown(run)[1:] == ["It did not end.", "check(a)"]


def test_a_cell_that_lets_its_kernel_die_later_costs_no_cell_that_does_not_need_it():
    run, logs = ran("a = 1", "f = 'fuse'", "b = a", "c = b", "check(c)", "check(f)", "check(a)")
    assert shown(run)[2:5] == ["b = a", "c = b", "check(c)"]
    assert shown(run)[-1] == "check(a)"
    assert logs == [
        ["a = 1", "f = 'fuse'", "b = a"],
        ["a = 1", "b = a", "c = b"],
        ["a = 1", "b = a", "c = b", "check(c)"],
        ["f = 'fuse'", "check(f)"],
        ["a = 1", "check(a)"],
    ]


def test_when_a_cell_dies_while_it_is_run_again_nothing_is_recorded_twice():
    run, logs = ran("f = 'fuse'", "check(f)", "stuck", "a = 1", "b = a", "check(b)")
    assert shown(run)[:3] == ["f = 'fuse'", "check(f)", "It did not end."]
    assert shown(run)[-1] == "check(b)"
    assert sum(log.count("check(f)") for log in logs) == 1


def test_when_the_time_is_up_the_rest_is_told_so():
    run, _ = ran("a = 1", "check(a)", patience=Patience(notebook=0))
    assert shown(run) == ["The 0 seconds for all are up."] * 2


def test_idle_cells_do_not_run():
    run, logs = ran("a = 1", "show(a)", "check(a)", idle=["c1"])
    assert logs == [["a = 1", "check(a)"]]
    assert run.notebook.cells[1].outputs == []


@pytest.mark.parametrize("many", [1, 20])
def test_what_a_notebook_shows_is_bounded(many):
    run, _ = ran(*[f"long {MOST_SHOWN // 2}"] * many, f"long {MOST_SHOWN + 1}")
    texts = shown(run)
    assert sum(map(len, texts)) < 17 * 2**20
    assert "left out here" in texts[-1]
