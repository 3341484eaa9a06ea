"""What a graded cell asks, and what the judge says to what came out of it.

What it asks stands in the course's own source. Of what came out, only the answers count.
"""

from __future__ import annotations

import ast
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


def outcome(
    asked: Asked, outputs: list[NotebookNode], trouble: str, seed: int
) -> list[NotebookNode]:
    """Return what a graded cell shows: the judge's word, and nothing of the kernel's.

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
    list
        An error among them if the cell earns nothing.
    """
    sent = sent_answers(outputs)
    if trouble:
        return [_refusal(asked, trouble)]
    if not sent:
        return [_refusal(asked, f"no answers came out of the cell.{_ended(asked, outputs)}")]
    if len(sent) > 1:
        return [_refusal(asked, f"{len(sent)} sets of answers came out of the cell, not one.")]
    try:
        answers = wire.receive(sent[0], asked.name, asked.hidden)
    except wire.BadAnswers as error:
        return [_refusal(asked, f"what came out of the cell cannot be judged: {error}.")]
    return _shown(asked.verdict(answers, seed))


def sent_answers(outputs: list[NotebookNode]) -> list:
    """Return what stands where answers stand, in the outputs of a cell."""
    return [output.data[wire.MIME] for output in outputs if wire.MIME in output.get("data", ())]


def _ended(asked: Asked, outputs: list[NotebookNode]) -> str:
    """Tell how a cell ended; what an exception says may tell of hidden cases."""
    for output in outputs:
        if output.output_type == "error":
            says = "" if asked.hidden or not output.evalue else f": {output.evalue:.300}"
            return f" It ended with `{output.ename:.100}{says}`."
    return ""


def _refusal(asked: Asked, why: str) -> NotebookNode:
    text = f"{asked.name}: {why}"
    return new_output("error", ename=CheckFailed.__name__, evalue=text, traceback=[text])


def _shown(verdict: Verdict) -> list[NotebookNode]:
    """Return the outputs that a student's own check would give."""
    text = explain.as_text(verdict)
    outputs = [
        new_output("display_data", {"text/plain": text, "text/html": explain.as_html(verdict)})
    ]
    if verdict.status != RIGHT:
        kind = NotAttempted if verdict.status == NOT_ATTEMPTED else CheckFailed
        lines = explain.headline(verdict).splitlines()
        outputs.append(new_output("error", ename=kind.__name__, evalue=text, traceback=lines))
    return outputs
