"""nbgrader as it is by itself: in one kernel, with the checks judged in there."""

from dataclasses import dataclass

from autograder import outside
from autograder.cells import read
from autograder.grading import Classroom
from autograder.preload import modules_for
from autograder.sandbox import KERNEL_NAME


class Plain(Classroom):
    """A classroom that grades without this project's repair, sandbox and judge."""

    @property
    def config(self):
        """The course's, with nbgrader's own steps."""
        config = super().config
        outside.leave_out(config)
        return config


@dataclass(frozen=True)
class PlainAndForked(Plain):
    """The same, in kernels that are there at once, for whole classes.

    They are forked from a process that has imported what a unit uses. Nobody judges outside them.
    """

    unit: str = ""

    @property
    def config(self):
        """The course's, with nbgrader's own steps in another kernel."""
        config = super().config
        config.Execute.kernel_name = KERNEL_NAME
        config.SandboxProvisioner.preload = modules_for(read(self.course.release(self.unit)))
        return config
