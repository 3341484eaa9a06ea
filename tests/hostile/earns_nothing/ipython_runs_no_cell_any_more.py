"""It says that it did."""

from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult


def run(raw_cell, *anything, **more):
    return ExecutionResult(ExecutionInfo(raw_cell, False, False, True, None))


get_ipython().run_cell = run
