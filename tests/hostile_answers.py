"""Answer cells that would rather be paid than right, by a sentence that says how they go about it.

Each stands in the cell of `window_dot`. Nothing in it gives a right answer to anything.
"""

WRONG = """

def window_dot(patch, kernel, bias=0.0):
    return 0.0
"""

CHEATS = {
    "the check is replaced by one that does nothing": """
check = lambda *anything, **more: None
predict = check
""",
    "the check that does nothing prints that all is right": """
def check(fn, hidden=False):
    print(f"{fn.__name__}: right, 9 of 9 cases.")
""",
    "the judge is replaced by one that finds everything right": """
from cnnbasics import checking

checking.judge = lambda exercise, *more: checking.Verdict(exercise.id, checking.RIGHT, cases=9)
""",
    "what follows from a verdict is taken away": """
from cnnbasics import checking

checking._conclude = print
""",
    "numpy finds all numbers close": """
import numpy as np

np.isclose = lambda a, b, *more, **options: np.ones(np.shape(a), dtype=bool)
""",
    "the right answer is replaced by the wrong one": """
from cnnbasics import exercises

object.__setattr__(
    exercises.exercise("window_dot"), "answer", lambda patch, kernel, bias=0.0: 0.0
)
""",
    "the cases are taken away": """
from cnnbasics import exercises

object.__setattr__(exercises.exercise("window_dot"), "cases", lambda rng, hidden: [])
""",
    "IPython drops every call of a check before it runs": """
import ast


class Drop(ast.NodeTransformer):
    def visit_Expr(self, node):
        return ast.Pass()


get_ipython().ast_transformers.append(Drop())
""",
    "IPython is told to read every cell as an empty one": """
get_ipython().input_transformers_cleanup.append(lambda lines: ["pass"])
""",
    "the display hook shows a mark": """
check = lambda *anything, **more: 1.0
""",
    "exceptions are no exceptions": """
from cnnbasics import checking

checking.CheckFailed = checking.NotAttempted = lambda verdict: SystemExit
get_ipython().run_line_magic("xmode", "Minimal")
checking._conclude = checking._show
""",
}
"""These earn marks where the check and its judge run in the student's kernel."""

_SEND = """
from cnnbasics.checking import wire
from IPython.display import display

honest = wire.send


def send(exercise, hidden, answers):
    {}


wire.send = send
"""


def _sends(*lines: str) -> str:
    return _SEND.format("\n    ".join(lines))


def _data(expression: str) -> str:
    return _sends(
        "import base64, pickle",
        f"data = base64.b64encode({expression}).decode()",
        'content = {"exercise": exercise, "hidden": hidden, "data": data}',
        "display({wire.MIME: content}, raw=True)",
    )


FORGERIES = {
    "no answers are sent": (_sends("pass"), "no answers came out"),
    "checks are told to judge in the kernel": (
        'import os\n\nos.environ["CNNBASICS_COLLECT"] = "0"',
        "no answers came out",
    ),
    "two sets of answers are sent": (
        _sends("honest(exercise, hidden, answers)", "honest(exercise, hidden, answers)"),
        "2 sets of answers",
    ),
    "the answers to another exercise are sent": (
        _sends('honest("flip_kernel", hidden, answers)'),
        "another check",
    ),
    "the answers to the other check are sent": (
        _sends("honest(exercise, not hidden, answers)"),
        "another check",
    ),
    "a verdict is sent": (
        _sends('display({wire.MIME: {"exercise": exercise, "status": "right"}}, raw=True)'),
        "is no message",
    ),
    "a pickle is sent": (_data("pickle.dumps(answers)"), "is no message"),
    "no answers to any case are sent": (
        _sends("answers.calls.clear()", "honest(exercise, hidden, answers)"),
        "There is no answer|are wrong",
    ),
    "an array of 80 GB is announced": (
        _data("wire.pack(answers).replace(b'(2, 3)', b'(99999, 99999)')"),
        "cannot be judged|cases are wrong",
    ),
    "nine million bytes are sent": (_data("bytes(9_000_000)"), "longer than"),
    "twenty million characters are sent": (_data("bytes(20_000_000)"), "sent more than"),
}
"""These meddle with what is sent to the judge; each with what the judge says to it."""

DESIGN = '''
def design_kernels():
    """Give five kernels."""
    {}
'''

STOPPED = {
    "it ends its process": DESIGN.format("import os; os._exit(0)"),
    "it reads where there is no memory": DESIGN.format("import ctypes; ctypes.string_at(0)"),
    "it stops its process": DESIGN.format("import os; os.kill(os.getpid(), 19)"),
    "it holds the interpreter in C": DESIGN.format("import re; re.match('(a+)+$', 'a' * 60 + 'b')"),
    "it loops and ignores interrupts": """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
""",
    "it prints without end": 'while True:\n    print("x" * 1_000_000)',
    "it shows without end": "while True:\n    display(1)",
    "it sends one message of a hundred million characters": """
display({"text/plain": "x" * 100_000_000}, raw=True)
""",
    "it sends what is not a message": """
send = get_ipython().kernel.iopub_thread.send_multipart
for _ in range(50):
    send([b"x"], 0)
    send([b"a", b"<IDS|MSG>", b"q", b"{", b"[]", b"{}", b"1"], 0)
import time; time.sleep(5)
""",
}
"""Answers to `design_kernels` that cost their kernel."""

ODD_OUTPUTS = """
kernel = get_ipython().kernel
deep = []
for _ in range(300):
    deep = [deep]
for content in (
    {},
    {"data": None, "metadata": {}},
    {"data": [], "metadata": {}},
    {"data": {"text/plain": 3}, "metadata": {}},
    {"data": {"application/json": deep}, "metadata": {}},
    {"data": {"text/plain": "fine"}, "metadata": {"a": deep}},
    {"data": {"text/plain": "fine"}, "metadata": {}, "transient": 3},
    {"name": 3, "text": None},
    {"ename": [], "evalue": {}, "traceback": "fine"},
):
    for kind in ("display_data", "execute_result", "stream", "error", "x"):
        kernel.session.send(kernel.iopub_socket, kind, content, parent=kernel.get_parent())
"""
"""What a notebook cannot hold, shown by a cell that does no harm otherwise."""
