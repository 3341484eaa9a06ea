"""What a graded cell asks, and what the judge says to what came out of it.

What it asks stands in the course's own source. Of what came out, only the answers count.
"""

from __future__ import annotations

import ast
import builtins
import re
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.cells import CHECKS
from autograder.course import Failed
from cnnbasics import exercises
from cnnbasics.checking import (
    NOT_ATTEMPTED,
    RIGHT,
    CheckFailed,
    NotAttempted,
    Verdict,
    explain,
    judge,
    judge_choice,
    seed_of,
    wire,
)

CALL = re.compile(r"\b(?:check|predict)\s*\(\s*[\"']?(\w+)")
"""A check, however it is written, and what it is a check of."""

REFUSED = "refused"
"""The status of what could not be judged."""

MOST_KEPT = 256 * 2**10
"""Characters of answers that are kept for an appeal."""


@dataclass(frozen=True)
class Asked:
    """What a graded cell asks.

    Parameters
    ----------
    name : str
        The id of the exercise or the question.
    hidden : bool
        Whether the cases are those of the hidden check.
    """

    name: str
    hidden: bool

    def verdict(self, answers: wire.Answers, seed: int) -> Verdict:
        """Judge answers to this.

        Parameters
        ----------
        answers : Answers
            From anywhere.
        seed : int
            Of the hidden check.
        """
        if self.name in exercises.questions():
            return judge_choice(exercises.question(self.name), answers)
        exercise = exercises.exercise(self.name)
        return judge(exercise, seed_of(self.hidden, seed), answers, self.hidden)


def asked_by(source: str, grade_id: str) -> Asked | None:
    """Return what a graded cell asks; None if there is no check of this package in it.

    Parameters
    ----------
    source : str
        The cell, as the course has it.
    grade_id : str
        Its id.

    Raises
    ------
    Failed
        If it is a check and something else, or not the check that its id says. Its answers alone
        could not tell then what it is worth.

    Examples
    --------
    >>> asked_by("check(window_dot, hidden=True)", "window_dot-hidden")
    Asked(name='window_dot', hidden=True)
    """
    known = exercises.exercises() | exercises.questions()
    if not any(name in known for name in CALL.findall(source)):
        return None
    asked = _asked(source)
    if asked is None or grade_id != asked.name + CHECKS[asked.hidden]:
        raise Failed(
            f"the graded cell `{grade_id}` must hold the one check that its name says, and it "
            f"holds `{source}`"
        )
    return asked


def _asked(source: str) -> Asked | None:
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return None
    match body:
        case [ast.Expr(ast.Call(ast.Name("check"), [ast.Name(name)], options))]:
            match options:
                case []:
                    return Asked(name, hidden=False)
                case [ast.keyword("hidden", ast.Constant(True))]:
                    return Asked(name, hidden=True)
        case [ast.Expr(ast.Call(ast.Name("predict"), [ast.Constant(str(name)), _], []))]:
            return Asked(name, hidden=False)
    return None


@dataclass(frozen=True)
class Judged:
    """What became of a graded cell.

    Parameters
    ----------
    asked : Asked
        What it asks.
    outputs : list
        What it shows: the judge's word, and nothing of the kernel's.
    status : str
        The verdict's; "refused" if there was nothing to judge.
    mistake : str or None
        The id of the recognized mistake, if there is one.
    says : str
        The verdict in words.
    sent : str
        The answers as they came; empty if there are none or many.
    """

    asked: Asked
    outputs: list[NotebookNode]
    status: str
    mistake: str | None = None
    says: str = ""
    sent: str = ""


def judged(asked: Asked, outputs: list[NotebookNode], trouble: str, seed: int) -> Judged:
    """Judge what came out of a graded cell.

    Parameters
    ----------
    asked : Asked
        What the cell asks.
    outputs : list
        What came out of it.
    trouble : str
        Why it earns nothing whatever came out of it; mostly empty.
    seed : int
        Of the hidden check.

    Returns
    -------
    Judged
        There is an error among its outputs if the cell earns nothing.
    """
    sent = sent_answers(outputs)
    if trouble:
        return refused(asked, trouble)
    if not sent:
        return refused(asked, f"no answers came out of the cell.{_ended(asked, outputs)}")
    if len(sent) > 1:
        return refused(asked, f"{len(sent)} sets of answers came out of the cell, not one.")
    try:
        answers = wire.receive(sent[0], asked.name, asked.hidden)
    except wire.BadAnswers as error:
        return refused(asked, f"what came out of the cell cannot be judged: {error}.")
    verdict = asked.verdict(answers, seed)
    says = explain.as_text(verdict)
    message = sent[0]["data"]
    kept = message if len(message) <= MOST_KEPT else ""
    return Judged(asked, _shown(verdict, says), verdict.status, verdict.mistake, says, kept)


def sent_answers(outputs: list[NotebookNode]) -> list:
    """Return what stands where answers stand, in the outputs of a cell."""
    return [output.data[wire.MIME] for output in outputs if wire.MIME in output.get("data", ())]


def _ended(asked: Asked, outputs: list[NotebookNode]) -> str:
    """Tell how a cell ended; what an exception says or is called may tell of hidden cases."""
    for output in outputs:
        if output.output_type == "error":
            name = output.ename[:100]
            if asked.hidden:
                known = hasattr(builtins, name)
                return f" It ended with {f'`{name}`' if known else 'an exception'}."
            says = f": {output.evalue:.300}" if output.evalue else ""
            return f" It ended with `{name}{says}`."
    return ""


def refused(asked: Asked, why: str) -> Judged:
    """Return what becomes of a graded cell that has no answers to judge.

    Parameters
    ----------
    asked : Asked
        What the cell asks.
    why : str
        A sentence.

    Returns
    -------
    Judged
        It earns nothing.
    """
    text = f"{asked.name}: {why}"
    error = new_output("error", ename=CheckFailed.__name__, evalue=text, traceback=[text])
    return Judged(asked, [error], REFUSED, says=text)


def _shown(verdict: Verdict, text: str) -> list[NotebookNode]:
    """Return the outputs that a student's own check would give."""
    outputs = [
        new_output("display_data", {"text/plain": text, "text/html": explain.as_html(verdict)})
    ]
    if verdict.status != RIGHT:
        kind = NotAttempted if verdict.status == NOT_ATTEMPTED else CheckFailed
        lines = explain.headline(verdict).splitlines()
        outputs.append(new_output("error", ename=kind.__name__, evalue=text, traceback=lines))
    return outputs
