"""Send answers out of the process they were collected in, and read them where they are judged.

A message is JSON and `.npy`: nothing in it runs when it is read. The reader trusts no byte of it.
What is not exactly a message is refused with `BadAnswers`, and what would be too large is refused
before memory is spent on it.
"""

from __future__ import annotations

import base64
import io
import json
import math
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from cnnbasics.checking.collect import (
    MAX_DEPTH,
    MAX_ITEMS,
    MAX_TEXT,
    Answer,
    Answers,
    Raised,
    Unreadable,
    plain_text,
)

MIME = "application/vnd.cnnbasics.answers+json"
"""The kind of Jupyter output that carries answers."""

MAX_BYTES = 8 * 2**20
"""The longest message."""

MAX_JSON = 2 * 2**20
"""The longest JSON in a message: as Python objects it may take thirty times as much."""

MAX_AXES = 32
MAX_CALLS = 1_000
MAX_TEXTS = 20

_START = b"cnnbasics answers 1\n"
_LENGTH_BYTES = 4
_NPY = re.compile(
    rb"\x93NUMPY\x01\x00(?P<length>..)"
    rb"\{'descr': '(?P<dtype>[<>|][biufc]\d{1,2})', 'fortran_order': (?:True|False), "
    rb"'shape': \((?P<shape>|\d{1,10},|\d{1,10}(?:, \d{1,10}){1,31})\), \} *\n",
    re.DOTALL,
)


class BadAnswers(ValueError):
    """What came is not a message of answers; the text says what is wrong with it."""


def send(exercise: str, hidden: bool, answers: Answers) -> None:
    """Send answers as an output of the cell that is running.

    Parameters
    ----------
    exercise : str
        The id of the exercise or the question.
    hidden : bool
        Whether the cases are those of the hidden check.
    answers : Answers
        What was collected.
    """
    from IPython.display import display

    data = base64.b64encode(pack(answers)).decode("ascii")
    display({MIME: {"exercise": exercise, "hidden": hidden, "data": data}}, raw=True)


def receive(content: Any, exercise: str, hidden: bool) -> Answers:
    """Read what `send` sent.

    Parameters
    ----------
    content : object
        What stands under `MIME` in the output.
    exercise, hidden
        What was asked.

    Returns
    -------
    Answers
        The answers to that.

    Raises
    ------
    BadAnswers
        If it is anything else.
    """
    _need(isinstance(content, dict), "it is no message of answers")
    _need(content.keys() == {"exercise", "hidden", "data"}, "it is no message of answers")
    asked = (content["exercise"], content["hidden"]) == (exercise, hidden)
    _need(asked, "it holds the answers to another check")
    data = content["data"]
    _need(isinstance(data, str), "it is no message of answers")
    _need(len(data) <= MAX_BYTES * 4 // 3 + 4, f"it is longer than {MAX_BYTES:,} bytes")
    try:
        message = base64.b64decode(data, validate=True)
    except ValueError as error:
        raise BadAnswers("it is not base64") from error
    return unpack(message)


def pack(answers: Answers) -> bytes:
    """Write answers as a message.

    If they are too large for one, no right answers are: the values stay behind.

    Parameters
    ----------
    answers : Answers
        What was collected.

    Returns
    -------
    bytes
        What `unpack` reads.

    Raises
    ------
    BadAnswers
        If there are too many calls.
    """
    try:
        return _Writer().message(answers)
    except _TooMuch:
        why = "the answers to all cases together are too large to be judged"
        calls = [
            replace(call, value=Unreadable(type(call.value).__name__, why))
            for call in answers.calls
        ]
    try:
        return _Writer().message(replace(answers, calls=calls))
    except _TooMuch as error:
        raise BadAnswers(f"there are {len(calls):,} calls") from error


def unpack(data: bytes) -> Answers:
    """Read a message.

    Parameters
    ----------
    data : bytes
        From anywhere.

    Returns
    -------
    Answers
        What it says; nothing in it was run.

    Raises
    ------
    BadAnswers
        If it is anything else than a message.
    """
    _need(len(data) <= MAX_BYTES, f"it is longer than {MAX_BYTES:,} bytes")
    _need(data.startswith(_START), "it is no message of answers")
    body = len(_START) + _LENGTH_BYTES
    length = int.from_bytes(data[len(_START) : body], "big")
    _need(length <= MAX_JSON, f"its JSON is longer than {MAX_JSON:,} bytes")
    text, arrays = data[body : body + length], data[body + length :]
    try:
        content = json.loads(text.decode("utf-8"), object_pairs_hook=_object)
    except BadAnswers:
        raise
    except (ValueError, RecursionError) as error:
        raise BadAnswers("its JSON cannot be read") from error
    reader = _Reader(arrays)
    answers = reader.answers(content)
    _need(reader.position == len(arrays), "there is something behind the arrays")
    return answers


class _TooMuch(Exception):
    """The answers do not fit into a message."""


class _Writer:
    """Turns answers into JSON; the arrays in them go behind it, in their order."""

    def __init__(self) -> None:
        self.arrays = io.BytesIO()

    def message(self, answers: Answers) -> bytes:
        if len(answers.calls) > MAX_CALLS:
            raise _TooMuch
        content = {
            "calls": [self.answer(call) for call in answers.calls],
            "untouched": answers.untouched,
            "borrowed": answers.borrowed,
            "misfit": plain_text(answers.misfit),
            "printed": plain_text(answers.printed),
            "printed_total": answers.printed_total,
        }
        text = json.dumps(content).encode("ascii")
        length = len(text).to_bytes(_LENGTH_BYTES, "big")
        data = b"".join([_START, length, text, self.arrays.getbuffer()])
        if len(text) > MAX_JSON or len(data) > MAX_BYTES:
            raise _TooMuch
        return data

    def answer(self, answer: Answer) -> dict:
        return {
            "value": self.value(answer.value),
            "raised": answer.raised and _raised_as_json(answer.raised),
            "timed_out": answer.timed_out,
            "changed": _texts_as_json(answer.changed),
            "shares": _texts_as_json(answer.shares),
            "warned": _texts_as_json(answer.warned),
            "shortcuts": _texts_as_json(answer.shortcuts),
        }

    def value(self, value: Any) -> Any:
        if isinstance(value, np.ndarray | np.generic):
            return self.array(value)
        if isinstance(value, str):
            return plain_text(value)
        if isinstance(value, complex):
            return {"complex": [value.real, value.imag]}
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, tuple):
            return {"tuple": [self.value(item) for item in value]}
        if isinstance(value, dict):
            return {"dict": [[plain_text(key), self.value(item)] for key, item in value.items()]}
        if isinstance(value, Unreadable):
            return {"unreadable": [plain_text(value.type), plain_text(value.why)]}
        return value

    def array(self, value: np.ndarray | np.generic) -> dict:
        if value.ndim > MAX_AXES:
            return self.value(Unreadable(type(value).__name__, f"it has {value.ndim} axes"))
        begin = self.arrays.tell()
        if begin + value.nbytes > MAX_BYTES:
            raise _TooMuch
        np.save(self.arrays, value, allow_pickle=False)
        kind = "array" if isinstance(value, np.ndarray) else "scalar"
        return {kind: self.arrays.tell() - begin}


def _raised_as_json(raised: Raised) -> dict:
    return {
        "type": plain_text(raised.type),
        "message": plain_text(raised.message),
        "line": plain_text(raised.line),
        "number": raised.number,
        "ancestors": _texts_as_json(raised.ancestors),
    }


def _texts_as_json(texts: tuple[str, ...]) -> list[str]:
    return [plain_text(text) for text in texts[:MAX_TEXTS]]


class _Reader:
    """Turns JSON into answers, or raises `BadAnswers`."""

    def __init__(self, arrays: bytes) -> None:
        self.arrays = arrays
        self.position = 0
        self.values = 0

    def answers(self, content: Any) -> Answers:
        return Answers(
            **_fields(
                content,
                calls=self.calls,
                untouched=_flag,
                borrowed=_flag,
                misfit=_text,
                printed=_text,
                printed_total=_count,
            )
        )

    def calls(self, content: Any) -> list[Answer]:
        return [self.answer(call) for call in _items(content, MAX_CALLS)]

    def answer(self, content: Any) -> Answer:
        self.values = 0
        return Answer(
            **_fields(
                content,
                value=self.value,
                raised=_raised,
                timed_out=_flag,
                changed=_texts,
                shares=_texts,
                warned=_texts,
                shortcuts=_texts,
            )
        )

    def value(self, content: Any, depth: int = 0) -> Any:
        self.values += 1
        _need(self.values <= MAX_ITEMS, f"an answer holds more than {MAX_ITEMS:,} values")
        _need(depth <= MAX_DEPTH, "an answer is nested too deeply")
        if content is None or isinstance(content, bool | float):
            return content
        if isinstance(content, str):
            return _text(content)
        if isinstance(content, int):
            _need(content.bit_length() < 64, "an integer is too large")
            return content
        if isinstance(content, list):
            return [self.value(item, depth + 1) for item in _items(content, MAX_ITEMS)]
        return self.tagged(*_pair(content), depth)

    def tagged(self, kind: str, content: Any, depth: int) -> Any:
        if kind == "tuple":
            return tuple(self.value(item, depth + 1) for item in _items(content, MAX_ITEMS))
        if kind == "dict":
            pairs = [_items(item, 2, 2) for item in _items(content, MAX_ITEMS)]
            return _object([(_text(key), self.value(item, depth + 1)) for key, item in pairs])
        if kind == "complex":
            parts = _items(content, 2, 2)
            _need(all(isinstance(part, float) for part in parts), "a complex number has no parts")
            return complex(*parts)
        if kind == "unreadable":
            return Unreadable(*map(_text, _items(content, 2, 2)))
        _need(kind in ("array", "scalar"), "a value is of no known kind")
        begin, self.position = self.position, self.position + _count(content)
        array = _array(self.arrays[begin : self.position])
        if kind == "array":
            return array
        _need(array.ndim == 0, "a scalar has axes")
        return array[()]


def _need(condition: bool, otherwise: str) -> None:
    if not condition:
        raise BadAnswers(otherwise)


def _object(pairs: list[tuple[str, Any]]) -> dict:
    content = dict(pairs)
    _need(len(content) == len(pairs), "a key stands there twice")
    return content


def _fields(content: Any, **readers: Callable[[Any], Any]) -> dict[str, Any]:
    _need(isinstance(content, dict) and content.keys() == readers.keys(), "the fields differ")
    return {name: read(content[name]) for name, read in readers.items()}


def _items(content: Any, most: int, least: int = 0) -> list:
    _need(isinstance(content, list) and least <= len(content) <= most, "a list has a wrong length")
    return content


def _pair(content: Any) -> tuple[str, Any]:
    _need(isinstance(content, dict) and len(content) == 1, "a value is of no known kind")
    return next(iter(content.items()))


def _flag(content: Any) -> bool:
    _need(isinstance(content, bool), "a flag is neither true nor false")
    return content


def _count(content: Any) -> int:
    _need(type(content) is int and 0 <= content < 2**63, "a count is no count")
    return content


def _text(content: Any) -> str:
    _need(isinstance(content, str) and len(content) <= MAX_TEXT, "a text is none or is too long")
    _need(not re.search("[\ud800-\udfff]", content), "a text holds half a character")
    return content


def _texts(content: Any) -> tuple[str, ...]:
    return tuple(map(_text, _items(content, MAX_TEXTS)))


def _raised(content: Any) -> Raised | None:
    if content is None:
        return None
    return Raised(
        **_fields(
            content, type=_text, message=_text, line=_text, number=_line_number, ancestors=_texts
        )
    )


def _line_number(content: Any) -> int | None:
    return None if content is None else _count(content)


def _array(data: bytes) -> np.ndarray:
    """Read one `.npy` file, once its head says that it is as long as it says."""
    head = _NPY.match(data)
    _need(head is not None, "an array is not in .npy")
    _need(head.end() == 10 + int.from_bytes(head["length"], "little"), "an array's head is cut")
    try:
        dtype = np.dtype(head["dtype"].decode("ascii"))
    except TypeError as error:
        raise BadAnswers("an array is of no known dtype") from error
    # What NumPy cannot compare everywhere, `collect` does not send.
    _need(dtype.itemsize <= (16 if dtype.kind == "c" else 8), "an array is of no known dtype")
    shape = [int(size) for size in head["shape"].split(b",") if size]
    size = len(data) - head.end()
    _need(math.prod(shape) * dtype.itemsize == size, "an array is not as long as its shape")
    # An array without numbers may still have a billion rows.
    _need(math.prod(max(1, n) for n in shape) <= MAX_BYTES, "an empty array is too long")
    if dtype.kind == "b":
        _need(data[head.end() :].strip(b"\0\1") == b"", "a bool is neither True nor False")
    return np.load(io.BytesIO(data), allow_pickle=False)
