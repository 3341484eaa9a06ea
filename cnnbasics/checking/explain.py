"""Say what a verdict means: text for a terminal, HTML for a notebook.

The report of a hidden check names the mistake and the kind of case and shows no numbers, unless it
is asked to reveal them.
"""

from __future__ import annotations

import builtins
import html
import re
from typing import Any

import numpy as np

from cnnbasics.checking.collect import Raised, Unreadable, arrays_in
from cnnbasics.checking.judge import BORROWED, NOT_ATTEMPTED, RIGHT, Fault, Verdict
from cnnbasics.checking.window import Window

MAX_CELLS = 60
MAX_SIDE = 9
PRINTED_LINES = 10
INLINE_CELLS = 9
LITERAL_CELLS = 2_000
VALUE_CHARACTERS = 400
EMPHASIS = re.compile(r"(?<![\w*])\*(\w(?:[^*]*\w)?)\*(?![\w*])")

# What a hidden check says in place of a reason that may hold numbers of the case or text that a
# student's code has made of them.
WITHOUT_NUMBERS = {
    "value": "The result is wrong.",
    "shape": "The shape is wrong.",
    "dtype": "The dtype is wrong.",
    "type": "The result is of another type than the contract says.",
    "keys": "The keys of the dict are not those of the contract.",
    "behavior": "It does not do what the contract says.",
    "warned": "It warns.",
}

# Half-transparent, so that they read on a light and on a dark page.
WRONG_COLOR = "rgba(213, 94, 0, 0.35)"
RIGHT_COLOR = "rgba(0, 158, 115, 0.9)"
WINDOW_COLOR = "rgb(230, 159, 0)"
LINE_COLOR = "rgba(128, 128, 128, 0.5)"


def as_text(verdict: Verdict, reveal: bool = False) -> str:
    """Write a verdict as plain text.

    Parameters
    ----------
    verdict : Verdict
        What to report.
    reveal : bool, default=False
        Show the numbers of a hidden case too.
    """
    return "\n\n".join(_blocks(verdict, reveal))


def _blocks(verdict: Verdict, reveal: bool) -> list[str]:
    """Write a verdict as paragraphs: what `as_text` joins and `as_html` marks up."""
    blocks = [headline(verdict)]
    if verdict.status == RIGHT:
        blocks.append(verdict.says)
    elif verdict.faults:
        fault = verdict.faults[0]
        if _shows_numbers(verdict, reveal):
            blocks += _fault_text(verdict, fault)
        else:
            blocks.append(f"{_case_words(fault)}{_why_without_numbers(fault)}")
        blocks.append(_mistake_words(verdict))
    elif verdict.status not in (NOT_ATTEMPTED, BORROWED):
        blocks.append(verdict.says)
    if verdict.printed and not verdict.hidden:
        blocks.append(_printed(verdict))
    if verdict.faults:
        blocks.append(f'hint("{verdict.exercise}") opens a hint.')
    return [block for block in blocks if block]


def headline(verdict: Verdict) -> str:
    """Say in one line how a check went."""
    name, other = verdict.exercise, " on other data" if verdict.hidden else ""
    if verdict.status == RIGHT:
        cases = f", {verdict.cases} of {verdict.cases} cases" if verdict.cases else ""
        return f"{name}: right{other}{cases}."
    if verdict.status == NOT_ATTEMPTED:
        return f"{name}: not attempted yet."
    if verdict.status == BORROWED:
        return f"{name}: this is the course's own function, lent to you. It earns no marks here."
    if not verdict.cases:
        return f"{name}: not right."
    if verdict.faults[0].kind == "arguments":
        return f"{name}: it cannot be called as the contract says."
    missing = sum(fault.kind == "missing" for fault in verdict.faults)
    wrong = len(verdict.faults) - missing
    if not wrong:
        return f"{name}: {missing} of {verdict.cases} cases have no answer{other}."
    rest = f", and {missing} were not tried" if missing else ""
    verb = "is" if wrong == 1 else "are"
    return f"{name}: {wrong} of {verdict.cases} cases {verb} wrong{other}{rest}."


def _shows_numbers(verdict: Verdict, reveal: bool) -> bool:
    return reveal or not verdict.hidden


def _why_without_numbers(fault: Fault) -> str:
    if fault.kind != "raised":
        return WITHOUT_NUMBERS.get(fault.kind, fault.why)
    name = fault.got.type
    return f"It raises {f'`{name}`' if hasattr(builtins, name) else 'an exception'}."


def _case_words(fault: Fault) -> str:
    return f"One of them: {fault.label}. " if fault.label else ""


def _mistake_words(verdict: Verdict) -> str:
    if not verdict.mistakes:
        return ""
    says = [description for _, description in verdict.mistakes]
    if len(says) == 1:
        return f"This is what you get when {says[0]}."
    return (
        "Several mistakes would give this: " + "; or ".join(f"when {text}" for text in says) + "."
    )


def _printed(verdict: Verdict) -> str:
    lines = verdict.printed.splitlines()
    shown = "\n".join(lines[:PRINTED_LINES])
    cut = "" if len(shown) >= verdict.printed_total - 1 else ", the beginning"
    size = f" ({verdict.printed_total:,} characters in all{cut})" if cut else ""
    return f"Your function printed{size}:\n{_indent(shown)}"


def _fault_text(verdict: Verdict, fault: Fault) -> list[str]:
    blocks = []
    if fault.inputs:
        title = "Smallest one" if len(verdict.faults) > 1 else "It"
        label = f" ({fault.label})" if fault.label else ""
        blocks.append(
            f"{title}, ready to paste{label}:\n{_indent(paste(verdict.exercise, fault.inputs))}"
        )
    if _has_values(fault):
        blocks.append(f"expected  {show_value(fault.expected)}\nyours     {show_value(fault.got)}")
    blocks.append(fault.why)
    if fault.index is not None and fault.kind == "value":
        blocks.append("\n".join(_first_wrong(fault)))
    return [block for block in blocks if block]


def _has_values(fault: Fault) -> bool:
    if fault.kind == "behavior":
        return fault.expected is not None
    return fault.kind in ("value", "shape", "dtype", "type", "keys", "silent")


def _first_wrong(fault: Fault) -> list[str]:
    lines = []
    if fault.index:
        place = ", ".join(map(str, fault.index))
        lines.append(
            f"First wrong number: out[{place}]. Expected {_number(fault.expected[fault.index])}, "
            f"yours {_number(fault.got[fault.index])}."
        )
    window = fault.window
    if window is None:
        return lines
    if not fault.index:
        return [window.says or f"The {_sum_words(window)}: {window.arithmetic()}"]
    lines.append(f"    It looks at {window.where}:{_array_after(window.patch)}")
    if window.says:
        return [*lines, f"    {window.says}"]
    lines.append(f"    times the kernel:{_array_after(window.kernel)}")
    lines.append(f"    {_sum_words(window)}:  {window.arithmetic()}")
    return lines


def _sum_words(window: Window) -> str:
    return "products and bias" if window.bias else "products"


def _array_after(array: np.ndarray) -> str:
    if array.size > MAX_CELLS:
        return f"  an array of shape {array.shape}"
    text = np.array2string(
        array.astype(float),
        separator=", ",
        max_line_width=200,
        formatter={"all": lambda value: f"{value + 0.0:.6g}"},
    )
    if array.size <= INLINE_CELLS:
        return "  " + re.sub(r"\s*\n\s*", " ", text)
    return "\n" + _indent(text, 8)


def _number(value: Any) -> str:
    return f"{value:.8g}" if isinstance(value, float | np.floating) else str(value)


def _indent(text: str, spaces: int = 4) -> str:
    return "\n".join(" " * spaces + line for line in text.splitlines())


def paste(name: str, inputs: dict[str, Any]) -> str:
    """Write a call as lines that can be pasted into a cell.

    Examples
    --------
    >>> print(paste("leaky_relu", {"x": np.array([1.0, 2.0]), "alpha": 0.5}))
    x = np.array([1., 2.])
    leaky_relu(x, alpha=0.5)
    """
    lines, arguments = [], []
    named = False
    for key, value in inputs.items():
        if isinstance(value, np.ndarray):
            lines.append(f"{key} = {literal(value, indent=len(key) + 3)}")
            text = key
        else:
            text = literal(value)
            named = named or bool(arguments)
        arguments.append(f"{key}={text}" if named else text)
    return "\n".join([*lines, f"{name}({', '.join(arguments)})"])


def literal(value: Any, indent: int = 0) -> str:
    """Write a value as Python that makes the same value again.

    Parameters
    ----------
    value : ndarray, or something made of arrays, numbers and text
    indent : int, default=0
        How many characters stand before it on its first line, so that its rows line up.

    Examples
    --------
    >>> literal(np.arange(3, dtype=np.uint8))
    'np.array([0, 1, 2], dtype=np.uint8)'
    """
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {literal(item)}' for key, item in value.items())}}}"
    if isinstance(value, float) and not np.isfinite(value):
        return f"float({str(value)!r})"
    if isinstance(value, tuple | list) and not _reads_back(value):
        inside = ", ".join(map(literal, value))
        return f"[{inside}]" if isinstance(value, list) else f"({inside},)"
    if not isinstance(value, np.ndarray):
        return repr(value)
    if value.size > LITERAL_CELLS:
        return f"...  # an array of shape {value.shape}, too large to print"
    if not value.size:
        return f"np.zeros({value.shape}, dtype=np.{value.dtype.name})"
    # Axes of length 1 would fill the page with brackets: they are put back by reshape.
    flat = value.squeeze() if value.ndim > 2 and 1 in value.shape else value
    text = _array_text(flat, floatmode="unique", prefix=" " * (indent + len("np.array(")))
    natural = np.array(value.tolist()).dtype
    dtype = "" if value.dtype == natural else f", dtype=np.{value.dtype.name}"
    again = "" if flat is value else f".reshape{value.shape}"
    return f"np.array({text}{dtype}){again}"


def _reads_back(value: Any) -> bool:
    """Tell whether Python makes the same value again of what it writes of a list or tuple."""
    if isinstance(value, tuple | list):
        return all(map(_reads_back, value))
    finite = not isinstance(value, float) or np.isfinite(value)
    return bool(finite) and next(arrays_in(value), None) is None


def _array_text(array: np.ndarray, **options: Any) -> str:
    """Write an array out in full, whatever print options the reader has set."""
    plain = {"sign": "-", "nanstr": "np.nan", "infstr": "np.inf", "formatter": {}, "legacy": False}
    with np.printoptions(threshold=array.size + 1, suppress=False, **plain):
        text = np.array2string(array, separator=", ", max_line_width=100, **options)
    return re.sub(r"\n\s*\n", "\n", text)


def show_value(value: Any) -> str:
    """Describe an expected or a returned value in a line, or in a few for a small array."""
    if isinstance(value, Raised):
        return f"{value.type}: {value.message}" if value.message else value.type
    if isinstance(value, Unreadable):
        return f"a {value.type}"
    if isinstance(value, np.ndarray) and value.ndim:
        head = f"shape {value.shape}  {value.dtype}"
        flat = value.squeeze() if value.ndim > 2 else value
        if value.size > MAX_CELLS or flat.ndim > 2:
            return head
        text = _array_text(flat, floatmode="maxprec", precision=6)
        return f"{head}  {text}" if "\n" not in text else f"{head}\n{_indent(text, 10)}"
    if isinstance(value, np.ndarray | np.generic):
        return f"{_number(value[()])}  {value.dtype}"
    if isinstance(value, tuple | list | dict):
        value = _rounded(value)
    text = _number(value) if isinstance(value, float) else repr(value)
    if isinstance(value, float) and text.lstrip("-").isdigit():
        text += ".0"  # an int would look the same, and the difference may be what is wrong
    return text if len(text) <= VALUE_CHARACTERS else f"{text[:VALUE_CHARACTERS]} ..."


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_rounded(item) for item in value)
    if isinstance(value, np.generic):
        return value.item()
    return value


def as_html(verdict: Verdict, reveal: bool = False) -> str:
    """Write a verdict as HTML that reads well on a light and on a dark page.

    Parameters
    ----------
    verdict : Verdict
        What to report.
    reveal : bool, default=False
        Show the numbers of a hidden case too.
    """
    first, *rest = _blocks(verdict, reveal)
    color = RIGHT_COLOR if verdict.status == RIGHT else WINDOW_COLOR
    parts = [f"<p style='margin: 0 0 0.5em 0'><b>{as_inline_html(first)}</b></p>"]
    pictured = False
    for block in rest:
        if "\n" in block:
            title, body = block.split("\n", 1)
            if not body.startswith("    ") or title.startswith("expected"):
                title, body = "", block
            head = f"<p style='margin: 0.5em 0 0 0'>{as_inline_html(title)}</p>" if title else ""
            parts.append(
                f"{head}<pre style='margin: 0.25em 0; background: none; color: inherit; "
                f"font-family: var(--jp-code-font-family, monospace)'>{html.escape(body)}</pre>"
            )
        elif block == _mistake_words(verdict):
            parts.append(f"<p style='margin: 0.5em 0'><b>{as_inline_html(block)}</b></p>")
        else:
            parts.append(f"<p style='margin: 0.5em 0'>{as_inline_html(block)}</p>")
        if block.startswith("First wrong number") and not pictured:
            parts.append(picture(verdict.faults[0]))
            pictured = True
    if not pictured and verdict.faults and _shows_numbers(verdict, reveal):
        parts.insert(-1, picture(verdict.faults[0]))
    return (
        f"<div style='border-left: 4px solid {color}; padding: 0.25em 0 0.25em 0.75em; "
        f"color: inherit'>{''.join(parts)}</div>"
    )


def as_inline_html(text: str) -> str:
    """Escape text for HTML; set what stands in backticks as code, and between asterisks in italics.

    Examples
    --------
    >>> as_inline_html("the *true* class, `a *b* c`, 2 * 3 * 4")
    'the <em>true</em> class, <code>a *b* c</code>, 2 * 3 * 4'
    """
    parts = re.split(r"`([^`]+)`", html.escape(text))
    return "".join(
        f"<code>{part}</code>" if at % 2 else EMPHASIS.sub(r"<em>\1</em>", part)
        for at, part in enumerate(parts)
    )


def picture(fault: Fault) -> str:
    """Draw expected, yours and the difference side by side, the wrong cell framed.

    A large array is cut to the part around the first wrong number. Arrays with more than two axes
    show the plane that holds it. Returns an empty string where there is nothing to draw.
    """
    if (
        fault.kind not in ("value", "behavior")
        or not fault.index  # a single number needs no picture
        or not isinstance(fault.got, np.ndarray)
    ):
        return ""
    expected, note = _plane(np.asarray(fault.expected, dtype=float), fault.index)
    got, _ = _plane(np.asarray(fault.got, dtype=float), fault.index)
    row, column = _plane_index(fault.index)
    rows, columns = _part(expected.shape[0], row), _part(expected.shape[1], column)
    frame = (row - rows.start, column - columns.start)
    expected, got = expected[rows, columns], got[rows, columns]
    wrong = ~np.isclose(got, expected, rtol=1e-6, atol=1e-8)
    grids = [_image_grid(fault.window)] if fault.window is not None else []
    grids.append(_grid("expected", expected, frame=frame))
    grids.append(_grid("yours", got, wrong, frame=frame))
    with np.errstate(all="ignore"):
        difference = got - expected
    grids.append(_grid("difference", difference, wrong, frame=frame))
    caption = f"<p style='margin: 0; opacity: 0.8'>{html.escape(note)}</p>" if note else ""
    return (
        "<div role='img' aria-label='expected, yours and the difference' "
        f"style='margin: 0.5em 0; overflow-x: auto; white-space: nowrap'>{''.join(grids)}</div>"
        f"{caption}"
    )


def _plane(array: np.ndarray, index: tuple[int, ...]) -> tuple[np.ndarray, str]:
    if array.ndim == 1:
        return array[None, :], ""
    if array.ndim == 2:
        return array, ""
    if array.ndim == 4:
        return array[index[0], :, :, index[3]], f"out[{index[0]}, :, :, {index[3]}]"
    fixed = index[: array.ndim - 2]
    return array[fixed], f"out[{', '.join(map(str, fixed))}]"


def _plane_index(index: tuple[int, ...]) -> tuple[int, int]:
    if len(index) == 1:
        return 0, index[0]
    return (index[1], index[2]) if len(index) == 4 else (index[-2], index[-1])


def _part(size: int, at: int) -> slice:
    start = max(0, min(at - MAX_SIDE // 2, size - MAX_SIDE))
    return slice(start, min(size, start + MAX_SIDE))


def _image_grid(window: Window) -> str:
    """Draw the image with the window framed; nothing where there are several channels."""
    if window.image is None:
        return ""
    (top, bottom), (left, right) = window.rows, window.columns
    rows = _part(window.image.shape[0], (top + bottom) // 2)
    columns = _part(window.image.shape[1], (left + right) // 2)
    seen = np.zeros(window.image.shape, dtype=bool)
    seen[top : bottom + 1, left : right + 1] = True
    return _grid("image", window.image[rows, columns], window=seen[rows, columns])


def _grid(
    title: str,
    values: np.ndarray,
    wrong: np.ndarray | None = None,
    frame: tuple[int, int] | None = None,
    window: np.ndarray | None = None,
) -> str:
    lines = []
    for i, line in enumerate(values):
        cells = []
        for j, value in enumerate(line):
            framed = (i, j) == frame or (window is not None and window[i, j])
            edge = f"2px solid {WINDOW_COLOR}" if framed else f"1px solid {LINE_COLOR}"
            back = WRONG_COLOR if wrong is not None and wrong[i, j] else "transparent"
            cells.append(
                f"<td style='border: {edge}; background: {back}; color: inherit; "
                f"padding: 2px 6px; text-align: right; font-variant-numeric: tabular-nums'>"
                f"{value + 0.0:.4g}</td>"
            )
        lines.append(f"<tr style='background: none'>{''.join(cells)}</tr>")
    return (
        "<table style='display: inline-table; border-collapse: collapse; margin: 0 1.25em 0 0; "
        "vertical-align: top; color: inherit'>"
        f"<caption style='text-align: left; color: inherit; caption-side: top'>{title}</caption>"
        f"<tbody>{''.join(lines)}</tbody></table>"
    )
