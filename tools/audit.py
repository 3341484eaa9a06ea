"""Measure the checks: do they refuse each wrong answer, accept each right one, and name mistakes?

Run it as ``python tools/audit.py [--seeds N] [--write] [EXERCISE ...]``. The answers lie in
``tests/mutants`` and ``tests/alternatives``. A wrong answer must be refused by the hidden check
alone on each seed. It is *named* if every check that refuses it recognizes its mistake and no
other, and *named wrongly* if one of them recognizes another. A file whose name starts with
``uncatalogued__`` holds a mistake that has no name, and must get none.
"""

from __future__ import annotations

import argparse
import functools
import multiprocessing
import os
import re
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cnnbasics import exercises
from cnnbasics.checking import RIGHT, WRONG, Verdict, explain
from cnnbasics.cli import check_file

TESTS = Path(__file__).resolve().parent.parent / "tests"
PAGE = TESTS / "AUDIT.md"
SEEDS = 20
NAMED_SHARE = 0.95
"""How many of the catalogued mistakes must be named."""


@dataclass(frozen=True)
class Sample:
    """An answer in a file, with what is known of it.

    Parameters
    ----------
    path : Path
        The file.
    wrong : bool
        Whether it is a wrong answer.
    """

    path: Path
    wrong: bool

    @property
    def exercise(self) -> str:
        """The id of the exercise that it answers."""
        return self.path.parent.name

    @property
    def unit(self) -> str:
        """The unit of that exercise."""
        return self.path.parent.parent.name

    @property
    def mistake(self) -> str | None:
        """The id of the catalogued mistake that it makes, if it makes one."""
        name = self.path.stem.split("__")[0].replace("_", "-")
        return name if self.wrong and name != "uncatalogued" else None

    def __str__(self) -> str:
        return self.path.relative_to(TESTS).as_posix()


class Found(NamedTuple):
    """What one check made of a sample: its verdict, the mistakes it recognized, and its report."""

    check: str
    status: str
    names: tuple[str, ...]
    report: str = ""


@dataclass(frozen=True)
class Outcome:
    """What all checks made of a sample."""

    sample: Sample
    found: tuple[Found, ...]

    @property
    def refusals(self) -> list[Found]:
        """The checks that call it wrong; "not attempted" is no refusal."""
        return [each for each in self.found if each.status == WRONG]

    @property
    def refused_when_visible(self) -> bool:
        """Whether the visible check refuses it."""
        return VISIBLE in {each.check for each in self.refusals}

    @property
    def survives(self) -> list[str]:
        """The hidden checks that do not refuse it."""
        return [each.check for each in self.found if each.status != WRONG and each.check != VISIBLE]

    @property
    def accepted(self) -> bool:
        """Whether each check calls it right."""
        return {each.status for each in self.found} == {RIGHT}

    @property
    def named(self) -> bool:
        """Whether each check that refuses it names its mistake and no other."""
        return {each.names for each in self.refusals} == {(self.sample.mistake,)}

    @property
    def other_names(self) -> set[str]:
        """Mistakes that a check names and that it does not make."""
        return {name for each in self.refusals for name in each.names} - {self.sample.mistake}


VISIBLE = "visible"


def samples() -> list[Sample]:
    """Return all samples, units and exercises in the order of the course."""
    order = {name: place for place, name in enumerate(exercises.exercises())}
    found = [
        Sample(path, wrong)
        for folder, wrong in (("mutants", True), ("alternatives", False))
        for path in (TESTS / folder).glob("*/*/*.py")
    ]
    return sorted(found, key=lambda s: (order.get(s.exercise, len(order)), not s.wrong, s.path))


def measure(sample: Sample, seeds: Iterable[int]) -> Outcome:
    """Run the visible check on a sample, and the hidden one on each seed."""
    found = [_found(VISIBLE, check_file(sample.exercise, sample.path))]
    for seed in seeds:
        verdict = check_file(sample.exercise, sample.path, hidden=True, seed=seed)
        found.append(_found(f"hidden {seed}", verdict))
    return Outcome(sample, tuple(found))


def _found(check: str, verdict: Verdict) -> Found:
    names = tuple(name for name, _ in verdict.mistakes)
    return Found(check, verdict.status, names, explain.as_text(verdict))


def measure_all(chosen: list[Sample], seeds: Iterable[int], jobs: int | None) -> Iterator[Outcome]:
    """Measure samples in several processes, and yield their outcomes in order."""
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(functools.partial(measure, seeds=seeds), chosen)


def faults(each: Outcome) -> Iterator[str]:
    """Say what is not as it should be with one sample."""
    if each.sample.wrong and each.survives:
        yield f"{each.sample} is wrong, and is not refused: {', '.join(each.survives)}."
    if not each.sample.wrong and not each.accepted:
        checks = ", ".join(found.check for found in each.found if found.status != RIGHT)
        yield f"{each.sample} is right, and is not accepted: {checks}."
    if each.sample.wrong and each.other_names:
        yield f"{each.sample} is named wrongly: {', '.join(sorted(each.other_names))}."


def unnamed(outcomes: Iterable[Outcome]) -> list[str]:
    """List the files with a catalogued mistake that a check does not name."""
    return [str(each.sample) for each in outcomes if each.sample.mistake and not each.named]


COLUMNS = (
    "wrong answers",
    "refused when visible",
    "refused when hidden",
    "catalogued",
    "named",
    "named wrongly",
    "right answers",
    "accepted",
)


def counts(outcomes: list[Outcome]) -> list[int]:
    """Count what the table shows, in the order of `COLUMNS`."""
    wrong = [each for each in outcomes if each.sample.wrong]
    right = [each for each in outcomes if not each.sample.wrong]
    catalogued = [each for each in wrong if each.sample.mistake]
    return [
        len(wrong),
        sum(each.refused_when_visible for each in wrong),
        sum(not each.survives for each in wrong),
        len(catalogued),
        sum(each.named for each in catalogued),
        sum(bool(each.other_names) for each in wrong),
        len(right),
        sum(each.accepted for each in right),
    ]


def by_exercise(outcomes: Iterable[Outcome]) -> dict[str, list[int]]:
    """Count for each exercise what the table shows."""
    groups: dict[str, list[Outcome]] = {}
    for each in outcomes:
        groups.setdefault(each.sample.exercise, []).append(each)
    return {name: counts(group) for name, group in groups.items()}


def table(rows: dict[str, list[int]]) -> str:
    """Write the table: a row for each exercise, and the totals."""
    sums = [sum(column) for column in zip(*rows.values(), strict=True)]
    named = {f"`{name}`": row for name, row in rows.items()} | {"**all**": sums}
    lines = [["exercise", *COLUMNS], *([name, *map(str, row)] for name, row in named.items())]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    texts = [
        " | ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])])
        for line in lines
    ]
    rule = " | ".join(["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])])
    return "\n".join(f"| {text} |" for text in [texts[0], rule, *texts[1:]])


def kept(page: str) -> tuple[dict[str, list[int]], list[str]]:
    """Read the counts of each exercise, and the list of what is not named, from a page."""
    rows = re.findall(r"^\| `(\w+)` +\|(.*)\|$", page, flags=re.MULTILINE)
    counted = {name: [int(cell) for cell in row.split("|")] for name, row in rows}
    return counted, re.findall(r"^- (.*)$", page, flags=re.MULTILINE)


def page(rows: dict[str, list[int]], missing: list[str], seeds: int) -> str:
    """Write the page that the project keeps; the same outcomes give the same bytes."""
    rest = "\n".join(f"- {name}" for name in missing) if missing else "None."
    return f"""# What the checks refuse, accept and name

Made by `make audit` from the files in `tests/mutants` and `tests/alternatives`, on {seeds} hidden
seeds. A wrong answer is *refused when hidden* if the hidden check alone refuses
it on each seed, and *named* if every check that refuses it recognizes its mistake and no other.

{table(rows)}

Catalogued mistakes that a check refuses without naming them:

{rest}
"""


def renew(outcomes: list[Outcome], seeds: int) -> None:
    """Renew the page's rows of the exercises that were measured; the others stay as they are."""
    before, missing = kept(PAGE.read_text(encoding="utf-8"))
    measured = by_exercise(outcomes)
    rows = before | measured
    missing = [name for name in missing if Path(name).parent.name not in measured]
    missing = sorted([*missing, *unnamed(outcomes)])
    rows = {name: rows[name] for name in exercises.exercises() if name in rows}
    PAGE.write_text(page(rows, missing, seeds), encoding="utf-8", newline="\n")


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 if the checks keep their promises, 1 if not, 2 for a misuse.
    """
    parser = argparse.ArgumentParser(prog="python tools/audit.py", description=__doc__)
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="by default all")
    parser.add_argument("--seeds", type=int, default=SEEDS, help=f"by default {SEEDS}")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes")
    parser.add_argument("--write", action="store_true", help=f"renew their rows in {PAGE.name}")
    options = parser.parse_args(arguments)
    chosen = [s for s in samples() if not options.exercises or s.exercise in options.exercises]
    if not chosen or options.seeds < 1:
        parser.error("nothing to do: give known exercises, and at least one seed")
    seeds = range(1, options.seeds + 1)
    outcomes: list[Outcome] = []
    for each in measure_all(chosen, seeds, options.jobs):
        if not outcomes or outcomes[-1].sample.exercise != each.sample.exercise:
            done = f"{len(outcomes)} of {len(chosen)} files done"
            print(f"{done}, now {each.sample.exercise}", file=sys.stderr)
        outcomes.append(each)
    print(table(by_exercise(outcomes)))
    broken = [sentence for each in outcomes for sentence in faults(each)]
    _, _, _, catalogued, named, *_ = counts(outcomes)
    if named < NAMED_SHARE * catalogued:
        broken.append(f"Only {named} of {catalogued} catalogued mistakes are named.")
    for name in unnamed(outcomes):
        print(f"not named: {name}")
    for sentence in broken:
        print(sentence)
    if options.write:
        renew(outcomes, options.seeds)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
