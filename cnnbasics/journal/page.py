"""Show the map of units: text for a terminal, HTML for a notebook."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnbasics import exercises
from cnnbasics.checking.explain import LINE_COLOR, RIGHT_COLOR, WINDOW_COLOR, as_inline_html
from cnnbasics.journal import kept
from cnnbasics.journal.course import Course, Standing, Unit, from_page, read, so_many
from cnnbasics.journal.kept import LENT, RIGHT, WRONG, Entry

MAP = "map"
"""The cell of the start page that shows the map."""

# What a square is filled with: wholly, half, at its foot, not at all. So they differ without color.
FILLS = {
    RIGHT: RIGHT_COLOR,
    WRONG: f"linear-gradient(to top, {WINDOW_COLOR} 50%, transparent 50%)",
    LENT: f"linear-gradient(to top, {LINE_COLOR} 25%, transparent 25%)",
    "": "transparent",
}


@dataclass(frozen=True)
class Page:
    """The map of units, as Jupyter shows it.

    Parameters
    ----------
    course : Course
        The units, and how far somebody has come.
    here : str, default=""
        The unit whose notebook shows the page, or "" for the start page.
    """

    course: Course
    here: str = ""

    def __repr__(self) -> str:
        course = self.course
        width = max(len(unit.title) for unit in course.units)
        lines = [_heading(course), ""]
        for unit in course.units:
            count = f"{course.right(unit)} of {len(unit.exercises)} right"
            lines.append(f"{unit.title:{width}}  {count:>14}  {unit.minutes:>3} minutes")
            if unit.name == self.here:
                lines += [f"    {name}: {_words(course, name)}" for name in unit.exercises]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        units = "".join(self._unit(unit) for unit in self.course.units)
        return (
            "<div style='max-width: 60em; color: inherit'>"
            f"{self._heading()}{_legend()}{units}</div>"
        )

    def _heading(self) -> str:
        step = self.course.next_step()
        color = RIGHT_COLOR if step is None else WINDOW_COLOR
        words, total = _heading(self.course).splitlines()
        text = html.escape(words)
        if step:
            unit, exercise = step
            text = f"Begin with {self._link(unit)}"
            if self.course.is_begun(unit):
                text = f"Go on with {self._link(unit, exercise)} in {self._link(unit)}"
        return (
            f"<div style='border-left: 4px solid {color}; padding: 0.25em 0 0.25em 0.75em; "
            f"margin: 0 0 1em 0'><b style='font-size: 1.2em'>{text}</b><br>"
            f"{html.escape(total)}</div>"
        )

    def _unit(self, unit: Unit) -> str:
        """Show a unit: its link, and beside it what unfolds its exercises.

        A link inside a summary would be a button in a button, so the link floats beside it.
        """
        statuses = [self.course.standing(exercise).status for exercise in unit.exercises]
        opened = " open" if unit.name == self.here else ""
        items = "".join(
            f"<li>{self._link(unit, name)}: {as_inline_html(_words(self.course, name))}</li>"
            for name in unit.exercises
        )
        done = "all" if self.course.is_done(unit) else f"{self.course.right(unit)} of"
        count = f"{done} {len(unit.exercises)} right · {unit.minutes} min"
        return (
            f"<div style='border-top: 1px solid {LINE_COLOR}; padding: 0.35em 0'>"
            f"<div style='float: left; margin-right: 1em'>{self._link(unit)}</div>"
            f"<details{opened}><summary style='cursor: pointer; text-align: right' "
            f"aria-label='{html.escape(unit.title, quote=True)}: {count}'>"
            f"{''.join(map(_square, statuses))} {count}</summary>"
            "<div style='clear: both; padding-left: 1.5em'>"
            f"<p style='margin: 0.5em 0'>Afterwards you are able to {html.escape(unit.able)}.</p>"
            f"<ul style='margin: 0.5em 0; padding-left: 1.5em'>{items}</ul></div></details></div>"
        )

    def _link(self, unit: Unit, exercise: str = "") -> str:
        address = ("../" if self.here else "") + unit.address
        if exercise:
            kind = "question" if exercise in exercises.questions() else "contract"
            address += f"#cell-id={exercise}-{kind}"
        words = exercise or unit.title
        return f"<a href='{html.escape(address, quote=True)}'>{html.escape(words)}</a>"


def _square(status: str) -> str:
    return (
        "<span aria-hidden='true' style='display: inline-block; width: 0.6em; height: 0.6em; "
        f"margin: 0 1px; border: 1px solid {LINE_COLOR}; background: {FILLS[status]}'></span>"
    )


def _legend() -> str:
    """Say what the squares mean to those who see them; the exercises themselves say it in words."""
    words = {"": "to do", WRONG: "not right yet", RIGHT: "right", LENT: "borrowed"}
    entries = "".join(
        f"<span style='white-space: nowrap; margin-right: 1em'>{_square(status)} {word}</span> "
        for status, word in words.items()
    )
    return f"<p style='margin: 0 0 1em 0' aria-hidden='true'>{entries}</p>"


def _heading(course: Course) -> str:
    """Say in two lines what comes next and how much is done."""
    step = course.next_step()
    first = "Everything is right."
    if step:
        unit, exercise = step
        begun = course.is_begun(unit)
        first = f"Go on with {exercise} in {unit.title}" if begun else f"Begin with {unit.title}"
    total = sum(len(unit.exercises) for unit in course.units)
    right = sum(map(course.right, course.units))
    return f"{first}\n{so_many(right, total)}"


def _words(course: Course, exercise: str) -> str:
    """Say how an exercise stands."""
    standing = course.standing(exercise)
    if standing.status == RIGHT:
        wrong = f"{standing.tries} wrong answer{'' if standing.tries == 1 else 's'}"
        return f"right, {f'after {wrong}' if standing.tries else 'at the first try'}"
    if standing.status == LENT:
        return "lent to you"
    if standing.status == WRONG:
        return f"not right yet. {_mistake(exercise, standing)}".rstrip()
    return "to do"


def _mistake(exercise: str, standing: Standing) -> str:
    """Say what the last check recognized, as it said it."""
    entry = exercises.exercises().get(exercise)
    known = entry.mistakes if entry else ()
    says = next((mistake.says for mistake in known if mistake.id == standing.mistake), "")
    return says and f"Your last answer was what you get when {says}."


def progress() -> Page:
    """Show the map of units, how far you have come, and what is next.

    In a unit's notebook that unit is shown exercise by exercise.

    Returns
    -------
    Page
        Jupyter shows it.

    Raises
    ------
    FileNotFoundError
        If no start page lies beside the units.
    """
    open_notebook = kept.notebook()
    place = open_notebook.parent if open_notebook else Path.cwd()
    folder = kept.beside(place)
    if folder is None:
        raise FileNotFoundError(
            f"There is no `{kept.START}` in {place} or in the folder around it: it lists the units."
        )
    course = read(folder)
    if open_notebook:  # who only runs the notebook, such as for a book, sees nobody's progress
        course.take(kept.read(folder))
    return Page(course, place.name if place != folder else "")


def fill(notebook: dict[str, Any], entries: Iterable[Entry] = ()) -> None:
    """Renew what the start page shows, without a kernel.

    Parameters
    ----------
    notebook : dict
        The start page. Its cell ``map`` gets the output that running it would give.
    entries : iterable of Entry
        What was kept.

    Raises
    ------
    ValueError
        If it lists no units.
    """
    page = Page(from_page(notebook).take(entries))
    data = {"text/plain": repr(page), "text/html": page._repr_html_()}
    for cell in notebook["cells"]:
        if cell.get("id") == MAP:
            cell["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
            cell["execution_count"] = None
