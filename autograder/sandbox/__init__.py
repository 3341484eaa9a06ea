"""A kernel that strangers' code can run in: walls, limits, and nothing left when it ends.

Any Jupyter tool of this environment starts one as the kernel ``sandbox``:

    jupyter nbconvert --to notebook --execute --ExecutePreprocessor.kernel_name=sandbox NOTEBOOK

`limits` says how much a kernel may use, `walls` what it sees, `syscalls` what it may ask of Linux;
`warden` starts it, watches it and ends it; `provisioner` is the seat in jupyter_client.
"""

from autograder.sandbox.advice import Unavailable
from autograder.sandbox.limits import Limits
from autograder.sandbox.warden import require

KERNEL_NAME = "sandbox"
"""The name of the kernelspec."""

__all__ = ["KERNEL_NAME", "Limits", "Unavailable", "require"]
