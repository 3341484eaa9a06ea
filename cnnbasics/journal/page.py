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
from cnnbasics.journal.course import Course, Standing, Unit, from_page, read
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
        return f"<div style='max-width: 60em; color: inherit'>{self._heading()}{units}</div>"

    def _heading(self) -> str:
        step = self.course.next_step()
        color = RIGHT_COLOR if step is None else WINDOW_COLOR
        words, total = _heading(self.course).splitlines()
        text = html.escape(words)
        if step:
            unit, exercise = step
            text = f"Next: {self._link(unit, exercise)} in {self._link(unit)}"
        return (
            f"<div style='border-left: 4px solid {color}; padding: 0.25em 0 0.25em 0.75em; "
            f"margin: 0 0 1em 0'><b>{text}</b><br>{html.escape(total)}</div>"
        )

    def _unit(self, unit: Unit) -> str:
        right = self.course.right(unit)
        squares = "".join(map(self._square, unit.exercises))
        opened = " open" if unit.name == self.here else ""
        items = "".join(
            f"<li>{self._link(unit, name)}: {as_inline_html(_words(self.course, name))}</li>"
            for name in unit.exercises
        )
        done = "all" if self.course.is_done(unit) else f"{right} of"
        return (
            f"<details{opened} "
            f"style='border-top: 1px solid {LINE_COLOR}; padding: 0.35em 0; clear: both'>"
            f"<summary style='cursor: pointer'>{self._link(unit)} "
            "<span style='float: right; white-space: nowrap'>"
            f"<span aria-hidden='true'>{squares}</span> {done} {len(unit.exercises)} right · "
            f"{unit.minutes} min</span></summary>"
            f"<p style='margin: 0.5em 0 0 1.5em'>Afterwards you are able to "
            f"{html.escape(unit.able)}.</p>"
            f"<ul style='margin: 0.5em 0 0.5em 1.5em'>{items}</ul></details>"
        )

    def _square(self, exercise: str) -> str:
        status = self.course.standing(exercise).status
        return (
            "<span style='display: inline-block; width: 0.6em; height: 0.6em; "
            f"margin: 0 1px; border: 1px solid {LINE_COLOR}; background: {FILLS[status]}'></span>"
        )

    def _link(self, unit: Unit, exercise: str = "") -> str:
        address = ("../" if self.here else "") + unit.address
        if exercise:
            kind = "question" if exercise in exercises.questions() else "contract"
            address += f"#cell-id={exercise}-{kind}"
        words = exercise or unit.title
        return f"<a href='{html.escape(address, quote=True)}'>{html.escape(words)}</a>"


def _heading(course: Course) -> str:
    """Say in two lines what comes next and how much is done."""
    step = course.next_step()
    first = "Everything is right." if step is None else f"Next: {step[1]} in {step[0].title}"
    total = sum(len(unit.exercises) for unit in course.units)
    right = sum(map(course.right, course.units))
    return f"{first}\n{right} of {total} answers are right."


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
