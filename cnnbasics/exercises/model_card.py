"""The page that ends an application: the same parts in each, written by the student."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from cnnbasics.checking.collect import Answer
from cnnbasics.checking.exercise import Case, Exercise, Mistake, Refusal

PARTS = {
    "data": "what it was trained and tested on, and where that comes from",
    "intended_use": "what it is for, and what it is not for",
    "figures": "how well it does on data that it has not seen, in numbers",
    "failures": "the mistakes that you saw it make",
    "harm": "who is harmed if it errs, and how",
}
"""The parts of a card, and what each has to say."""

FEWEST_WORDS = 6


def model_card(answer: Callable[[], Mapping[str, str]], success: str) -> Exercise:
    """Make the exercise in which the student fills in a model card.

    What a card says is for people to judge. Its check asks whether all parts are there.

    Parameters
    ----------
    answer : callable
        Gives a card that is filled in. Its name is the exercise's id.
    success : str
        What a complete card is told.

    Returns
    -------
    Exercise
    """
    return Exercise(
        answer=answer,
        cases=lambda rng, hidden: [Case("the card"), Case("the card, read again")],
        mistakes=(
            Mistake(
                "part-missing",
                "the card has not all of its parts: a reader cannot tell what you left out from "
                "what there was not to say",
                shows=_found("part-missing"),
            ),
            Mistake(
                "not-filled-in",
                "a part is empty or has a few words only: say it so that somebody who was not "
                "there understands it",
                shows=_found("not-filled-in"),
            ),
            Mistake(
                "no-numbers",
                "the figures hold no number: a reader cannot compare `it works well` with anything",
                shows=_found("no-numbers"),
            ),
            Mistake(
                "same-words",
                "two parts say the same: each answers another question",
                shows=_found("same-words"),
            ),
        ),
        hints=(
            "Five questions of somebody who may use your network tomorrow: what did it learn from, "
            "what is it for, how good is it, where does it fail, and who pays for its mistakes?",
            "A dict of five texts: " + ", ".join(f"`{part}`" for part in PARTS) + ".",
            f"At least {FEWEST_WORDS} words in each, and in `figures` a number that you measured "
            "on data that the network has not seen.",
        ),
        success=success,
        forbidden=(),
        refuses=lambda case, value: Refusal(found[1]) if (found := _missing(value)) else None,
    )


def _found(mistake: str) -> Callable[[Case, Answer], bool]:
    def shows(case: Case, answer: Answer) -> bool:
        found = _missing(answer.value)
        return found is not None and found[0] == mistake

    return shows


def _missing(card: Any) -> tuple[str, str] | None:
    """Find the first thing that a card lacks: the mistake's id, and what is wrong."""
    if not isinstance(card, dict):
        return "", f"It should be a dict with the parts {', '.join(PARTS)}."
    for part, asks in PARTS.items():
        if part not in card:
            return "part-missing", f"There is no `{part}`: {asks}."
    for part, asks in PARTS.items():
        text = card[part]
        if not isinstance(text, str):
            return "", f"`{part}` should be a text: {asks}."
        words = len(re.findall(r"[^\W_]+", text))
        if words < FEWEST_WORDS:
            return (
                "not-filled-in",
                f"`{part}` has {words} words, at least {FEWEST_WORDS} are asked for: {asks}.",
            )
    if not re.search(r"\d", card["figures"]):
        return "no-numbers", f"`figures` has no number: {PARTS['figures']}."
    texts = {" ".join(card[part].split()).lower(): part for part in PARTS}
    for part in PARTS:
        other = texts[" ".join(card[part].split()).lower()]
        if other != part:
            return "same-words", f"`{part}` and `{other}` say the same."
    return None
