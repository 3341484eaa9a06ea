"""Pages that need nothing beside themselves: one a unit, one for the class, tables beside each."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from autograder.course import Failed
from autograder.desk import charts, measures
from autograder.desk.beside import class_tables, similar_table, unit_tables
from autograder.desk.facts import (
    BORROWED,
    FAILED,
    NO_ANSWER,
    NOT_ATTEMPTED,
    PARTLY,
    REFUSED_WHOLE,
    RIGHT,
    STATUSES,
    UNNAMED,
    WAITS,
    WRONG,
    Facts,
)
from autograder.desk.findings import EASY, LOW, WEAK, Finding, concerns, described, unit_findings
from autograder.desk.measures import FEWEST, item_numbers, summary
from autograder.similar import ALIKE, FEWEST_TOKENS, NO_VERDICT, Similar
from autograder.words import of
from cnnbasics.checking import explain

MARKS = {
    RIGHT: "✓",
    PARTLY: "½",
    WRONG: "✗",
    NO_ANSWER: "!",
    BORROWED: "L",
    NOT_ATTEMPTED: "·",
    WAITS: "?",
}
"""How a status is written in a narrow column."""

MOST_MISTAKES = 25
FIRST_MISTAKES = 3
MOST_EXERCISES = 8
MOST_PAIRS = 100
SLOWEST = 5


def report(units: Sequence[Facts]) -> dict[str, bytes]:
    """Make the report of a class.

    Parameters
    ----------
    units : sequence of Facts
        What is known of each unit, in their order.

    Returns
    -------
    dict
        The content of each file by its name: ``index.html`` for the class, ``UNIT.html``, CSV.
    """
    names = [facts.unit for facts in units]
    content = {}
    for facts in units:
        content |= _named(facts.unit, unit_tables(facts, item_numbers(facts)))
        content[f"{facts.unit}.html"] = unit_page(facts, names)
    content |= _named("class", class_tables(units))
    content["index.html"] = class_page(units)
    return content


def similar_report(found: Similar, names: Mapping[str, str]) -> dict[str, bytes]:
    """Make the page of answers that are alike in a unit, and its table.

    Parameters
    ----------
    found : Similar
        What is alike.
    names : mapping
        What the gradebook calls each student.

    Returns
    -------
    dict
        The content of each file by its name.
    """
    begin = f"{found.unit}-similar"
    students = {who for pair in found.pairs for who in pair.students}
    called = {who: names.get(who, "") for who in sorted(students)}
    page = _page(
        "similar.html",
        [],
        called,
        found=found,
        pairs=found.together[:MOST_PAIRS],
        no_verdict=NO_VERDICT,
        fewest=FEWEST_TOKENS,
        alike=ALIKE,
        file=f"{begin}.csv",
    )
    return {f"{begin}.html": page, f"{begin}.csv": similar_table(found, names)}


def write(folder: Path, content: Mapping[str, bytes]) -> list[Path]:
    """Write files into a folder, which is made if it is not there; return their paths.

    Raises
    ------
    Failed
        If one cannot be written.
    """
    paths = [folder / name for name in content]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in zip(paths, content.values(), strict=True):
            path.write_bytes(data)
    except OSError as error:
        raise Failed(f"{error.filename or folder} cannot be written: {error.strerror}.") from error
    return paths


def _named(begin: str, tables: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{begin}-{name}.csv": data for name, data in tables.items()}


def _links(begin: str, *tables: str) -> list[tuple[str, str]]:
    return [(name, f"{begin}-{name}.csv") for name in tables]


def unit_page(facts: Facts, units: Sequence[str]) -> bytes:
    """Make the page of a unit.

    Parameters
    ----------
    facts : Facts
        What is known of it.
    units : sequence of str
        The units that have pages beside it.
    """
    numbers, rows = item_numbers(facts), facts.graded
    scores = [row.score for row in rows]
    told = summary(scores)
    stopped = [row for row in rows if row.stopped]
    stopped_at: dict[str, list[str]] = {}
    for row in stopped:
        stopped_at.setdefault(row.stopped or "", []).append(row.student)
    seconds = [sum(row.seconds.values()) for row in facts.rows if row.seconds]
    known = [one for one in numbers if one.discrimination is not None]
    made = facts.mistakes
    order = {item.id: place for place, item in enumerate(facts.items)}
    return _page(
        "unit.html",
        units,
        _called([facts]),
        facts=facts,
        n=len(rows),
        told=told,
        late=any(row.penalty for row in rows),
        others=_others([facts]),
        found=unit_findings(facts, numbers),
        files=_links(facts.unit, "students", "exercises", "mistakes"),
        histogram=charts.histogram(scores, facts.points, "marks", told) if told else "",
        stacks=charts.stacks(numbers, len(rows)),
        spots=charts.spots(numbers) if known else "",
        steps=charts.steps(numbers, len(rows)),
        numbers=numbers,
        statuses=[one for one in STATUSES if any(item.counts[one] for item in numbers)],
        mistakes=[one for one in made if one.id != UNNAMED and not one.question],
        unnamed=[one for one in made if one.id == UNNAMED and not one.question],
        chosen=sorted((one for one in made if one.question), key=lambda one: order[one.item]),
        stopped=stopped,
        stopped_at=stopped_at,
        aids=_aids(facts),
        trouble=[(row.student, row.state, row.why) for row in facts.rows if row.why]
        + [(who, "not graded yet", "autograder grade") for who in facts.waiting]
        + [(who, "nothing handed in", "") for who in facts.absent],
        times=summary(seconds),
        total=sum(seconds),
        parts=_parts(facts),
        slowest=sorted(facts.rows, key=lambda row: -sum(row.seconds.values()))[:SLOWEST],
        first=min((f"{row.at:%Y-%m-%d %H:%M}" for row in facts.rows), default=""),
        last=max((f"{row.at:%Y-%m-%d %H:%M}" for row in facts.rows), default=""),
    )


def class_page(units: Sequence[Facts]) -> bytes:
    """Make the page of the class.

    Parameters
    ----------
    units : sequence of Facts
        What is known of each unit, in their order.
    """
    called = _called(units)
    shares = [
        {row.student: row.score / facts.points for row in facts.graded if facts.points}
        for facts in units
    ]
    in_all = measures.shares(units)
    every = [100 * share for share in in_all.values()]
    told = summary(every)
    made = [
        (facts.unit, len(facts.graded), one)
        for facts in units
        for one in facts.mistakes
        if not one.question
    ]
    made.sort(key=lambda one: -len(one[2].students))
    mistakes = [one for one in made if one[2].id != UNNAMED]
    unnamed = [one for one in made if one[2].id == UNNAMED]
    needy = concerns(units)
    return _page(
        "class.html",
        [facts.unit for facts in units],
        called,
        graded=sum(len(facts.graded) for facts in units),
        told=told,
        others=_others(units),
        found=_class_findings(mistakes, needy),
        files=_links("class", "students", "units", "mistakes"),
        histogram=charts.histogram(every, 100, "% of the marks", told) if told else "",
        boxes=charts.boxes(
            [
                (facts.unit, summary(list(share.values())))
                for facts, share in zip(units, shares, strict=True)
            ]
        ),
        rows=[
            (facts, summary(list(share.values())), sum(bool(row.stopped) for row in facts.graded))
            for facts, share in zip(units, shares, strict=True)
        ],
        mistakes=mistakes[:MOST_MISTAKES],
        all_mistakes=len(mistakes),
        unnamed=unnamed[:MOST_EXERCISES],
        all_unnamed=len(unnamed),
        easy=EASY,
        exercises=_exercises(units),
        concerns=needy,
        students=[
            (student, in_all.get(student), [share.get(student) for share in shares])
            for student in called
        ],
    )


def _class_findings(mistakes: Sequence[tuple], needy: Sequence) -> list[Finding]:
    found = [
        Finding(
            f"{one.item}, {unit}",
            f"{of(len(one.students), n)} make the mistake `{one.id}`. {described(one)}",
            one.students,
        )
        for unit, n, one in mistakes[:FIRST_MISTAKES]
        if len(one.students) > 1
    ]
    if needy:
        text = f"{len(needy):,} may need a word: see below why."
        found.append(Finding("students", text, tuple(one.student for one in needy)))
    return found


def _exercises(units: Sequence[Facts]) -> list[tuple[str, Any]]:
    known = [
        (facts.unit, one)
        for facts in units
        for one in item_numbers(facts)
        if one.difficulty is not None
    ]
    hard = [pair for pair in known if pair[1].difficulty < EASY]
    hard = sorted(hard, key=lambda pair: pair[1].difficulty)[:MOST_EXERCISES]
    weak = [pair for pair in known if pair[1].discrimination is not None and pair not in hard]
    weak = [pair for pair in weak if pair[1].discrimination < WEAK]
    return hard + sorted(weak, key=lambda pair: pair[1].discrimination)[:MOST_EXERCISES]


def _called(units: Iterable[Facts]) -> dict[str, str]:
    """Return the names of all students of some units by id, in the order of the ids."""
    names = {who: name for facts in units for who, name in facts.names.items()}
    for facts in units:
        names |= {row.student: "" for row in facts.rows if row.student not in names}
        names |= {who: "" for who in facts.waiting if who not in names}
    return dict(sorted(names.items()))


def _others(units: Sequence[Facts]) -> list[tuple[str, int]]:
    states = [row.state for facts in units for row in facts.rows]
    found = [
        ("refused", states.count(REFUSED_WHOLE)),
        ("failed to be graded", states.count(FAILED)),
        ("not graded yet", sum(len(facts.waiting) for facts in units)),
        ("never handed in", sum(len(facts.absent) for facts in units)),
    ]
    return [(state, count) for state, count in found if count]


def _aids(facts: Facts) -> list[tuple[str, list[str], list[str]]]:
    """Return for each exercise who left calls of `hint` for it, and who borrowed its answer."""
    hinted: dict[str, list[str]] = {}
    lent: dict[str, list[str]] = {}
    for row in facts.graded:
        for item in row.hints:
            hinted.setdefault(item, []).append(row.student)
        borrowed = [name for name, one in row.attempts.items() if one.status == BORROWED]
        for item in dict.fromkeys([*row.lent, *borrowed]):
            lent.setdefault(item, []).append(row.student)
    order = dict.fromkeys([*(item.id for item in facts.items), *hinted, *lent])
    return [
        (item, hinted.get(item, []), lent.get(item, []))
        for item in order
        if item in hinted or item in lent
    ]


def _parts(facts: Facts) -> list[tuple[str, Any, float]]:
    words = {"start": "start of the kernel", "run": "the cells", "judge": "the judge"}
    rows = [row.seconds for row in facts.rows if row.seconds]
    taken = {part: [one[part] for one in rows if part in one] for part in words}
    return [(words[part], summary(values), sum(values)) for part, values in taken.items() if values]


# How values are written


def _marks(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−")


def _share(value: float) -> str:
    if 0 < value < 0.005:
        return "<1%"
    return f"{value:.0%}".replace("-", "−")


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace("-", "−")


def _duration(seconds: float) -> str:
    """Write seconds so that they can be read.

    Examples
    --------
    >>> _duration(0.25), _duration(12.34), _duration(754)
    ('250 ms', '12.3 s', '12 min 34 s')
    """
    if seconds < 1:
        return f"{1000 * seconds:.0f} ms"
    if seconds < 60:
        return f"{seconds:.1f} s"
    return f"{seconds // 60:,.0f} min {seconds % 60:.0f} s"


def _prose(text: str) -> Markup:
    """Escape a text, and set what stands in backticks as code."""
    return Markup(explain.as_inline_html(text))


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("autograder.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    environment.filters |= {
        "marks": _marks,
        "share": _share,
        "signed": _signed,
        "duration": _duration,
        "kind": charts.kind_of,
        "described": described,
        "prose": _prose,
    }
    return environment


def _page(template: str, units: Sequence[str], called: Mapping[str, str], **values: Any) -> bytes:
    folder = files("autograder.desk") / "templates"
    style, script = (
        Markup((folder / name).read_text(encoding="utf-8")) for name in ("style.css", "page.js")
    )
    # The page's own script runs and nothing else, whatever a name tries to be.
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    html = (
        _environment()
        .get_template(template)
        .render(
            units=units,
            called=called,
            marks=MARKS,
            style=style,
            script=script,
            script_hash=f"sha256-{digest}",
            made=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
            weak=WEAK,
            low=LOW,
            **{"fewest": FEWEST} | values,
        )
    )
    # A name that is no Unicode is written as it can be.
    return html.encode("utf-8", "backslashreplace")
