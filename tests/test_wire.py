"""Answers survive the trip to the judge, and nothing else does."""

import base64
import dataclasses
import json
import pickle
import random
import tracemalloc

import numpy as np
import pytest
import small_course

from autograder.course import Course
from cnnbasics import exercises
from cnnbasics.checking import PUBLIC_SEED, Verdict, collect, explain, judge, wire
from cnnbasics.checking.collect import Answer, Answers, Raised, Unreadable
from cnnbasics.checking.wire import BadAnswers, pack, unpack

COURSE = Course(small_course.ROOT)
SEED = 7


def same(a, b):
    """Tell whether two values are the same: types, dtypes, order and every bit but NaN's."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray | np.generic):
        same_form = a.dtype == b.dtype and a.shape == b.shape
        return same_form and np.asarray(a).tobytes() == np.asarray(b).tobytes()
    if dataclasses.is_dataclass(a):
        return same(vars(a), vars(b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    if isinstance(a, tuple | list):
        return len(a) == len(b) and all(map(same, a, b))
    return repr(a) == repr(b)


def message(content, arrays=b""):
    """Make a message of any JSON."""
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return b"cnnbasics answers 1\n" + len(text).to_bytes(4, "big") + text + arrays


def content_of(data):
    """Take a message apart."""
    body = len(b"cnnbasics answers 1\n") + 4
    length = int.from_bytes(data[body - 4 : body], "big")
    return json.loads(data[body : body + length]), data[body + length :]


def with_value(value, arrays=b""):
    """Make a message with one answer."""
    content, _ = content_of(pack(Answers(calls=[Answer()])))
    content["calls"][0]["value"] = value
    return message(content, arrays)


VALUES = [
    None,
    True,
    0,
    -(2**63) + 1,
    2**63 - 1,
    0.1,
    -0.0,
    5e-324,
    float("nan"),
    float("-inf"),
    1 - 2j,
    complex("nan"),
    "",
    'half of a "pair": \u00e9 \U0001f600 \x1b[31m',
    (),
    [],
    (1, [2.0, (3,)], {"a": (None,), "": [True]}),
    {"z": 1, "a": {"nested": [np.float32(0.1)]}},
    Unreadable("Tensor", "it is a picture"),
    np.float64(0.1),
    np.float16(0.1),
    np.int8(-3),
    np.bool_(True),
    np.complex64(1j),
    np.array(0.1),
    np.array([0.1, -0.0, np.nan]),
    np.zeros((0, 3)),
    np.arange(6, dtype=">i2").reshape(2, 3),
    np.asfortranarray(np.arange(12.0).reshape(2, 3, 2)),
    np.arange(12.0).reshape(3, 4)[::2, ::-1],
    np.array([[True, False]]),
    np.full((1,) * 32, 2, dtype=np.uint8),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:40])
def test_a_value_arrives_as_it_was(value):
    (answer,) = unpack(pack(Answers(calls=[Answer(value=value)]))).calls
    assert same(answer.value, value)


def test_each_field_arrives_as_it_was():
    raised = Raised("Bad", "no", "x = 1", 3, ("ValueError", "Exception"))
    call = Answer(3, raised, True, ("x",), ("w", "x"), ("Warning: no",), ("scipy",))
    answers = Answers([call, Answer()], True, True, "no fit", "printed", 2**40)
    for kind, filled in ((Raised, raised), (Answer, call), (Answers, answers)):
        for field in dataclasses.fields(kind):
            assert getattr(filled, field.name), f"fill in {kind.__name__}.{field.name} above"
    assert same(unpack(pack(answers)), answers)


def functions(unit, most):
    """Load answers to the exercises of a unit: the first right and wrong ones of each."""
    for name in exercises.units()[unit]:
        for files in (COURSE.right_answers(unit), COURSE.wrong_answers(unit)):
            for file in files.get(name, ())[:most]:
                scope = {}
                exec(compile(file.read_bytes(), str(file), "exec"), scope)
                yield file.stem, exercises.exercise(name), scope[name]


CHECKS = ((False, PUBLIC_SEED), (True, SEED))


@pytest.mark.parametrize("unit", exercises.units())
def test_the_first_answers_to_each_exercise_get_the_same_verdict_after_the_trip(unit):
    for stem, exercise, fn in functions(unit, most=1):
        for hidden, seed in CHECKS:
            answers = collect(exercise, fn, seed, hidden)
            arrived = unpack(pack(answers))
            assert same(arrived, answers), (exercise.id, stem, hidden)
            verdicts = [judge(exercise, seed, a, hidden).as_dict() for a in (answers, arrived)]
            assert same(*verdicts), (exercise.id, stem, hidden)


@pytest.mark.slow
@pytest.mark.parametrize("unit", exercises.units())
def test_every_right_and_wrong_answer_arrives_as_it_was(unit):
    for stem, exercise, fn in functions(unit, most=None):
        for hidden, seed in CHECKS:
            answers = collect(exercise, fn, seed, hidden)
            assert same(unpack(pack(answers)), answers), (exercise.id, stem, hidden)


@pytest.mark.parametrize("unit", exercises.units())
def test_the_right_answers_leave_room_in_a_message(unit):
    for entry in exercises.units()[unit].values():
        if entry.id in exercises.exercises():
            answers = collect(entry, entry.answer, SEED, hidden=True)
            assert len(answers.calls) == len(entry.make_cases(SEED, hidden=True))
            assert len(pack(answers)) < wire.MAX_BYTES / 1.5


@pytest.mark.parametrize(
    "value",
    [np.zeros(wire.MAX_BYTES), [["word " * 300] * 90] * 90],
    ids=["one large array", "much text"],
)
def test_answers_that_are_too_large_arrive_as_unreadable(value):
    answers = Answers(calls=[Answer(value=3), Answer(value=value)], printed="hello")
    arrived = unpack(pack(answers))
    assert arrived.printed == "hello"
    assert [call.value.type for call in arrived.calls] == ["int", type(value).__name__]
    assert all("too large" in call.value.why for call in arrived.calls)


def test_more_calls_than_any_exercise_has_are_not_sent():
    with pytest.raises(BadAnswers, match="1,001 calls"):
        pack(Answers(calls=[Answer()] * 1001))


def npy(head, data=b"", version=b"\x01\x00"):
    return b"\x93NUMPY" + version + len(head).to_bytes(2, "little") + head + data


def array_message(data):
    return with_value({"array": len(data)}, data)


HEAD = b"{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }\n"
PICKLE = pickle.dumps(np.array([print], dtype=object))

BAD = {
    "nothing": b"",
    "something else": b"PK\x03\x04" + bytes(100),
    "no JSON": message(b"{"),
    "a list": message([]),
    "no text": message(b"\xff\xfe"),
    "two values for one key": message(b'{"calls": [], "calls": []}'),
    "deep JSON": message(b"[" * 100_000),
    "an integer of a million digits": message(b"9" * 1_000_000),
    "JSON that is too long": message(b" " * (wire.MAX_JSON + 1)),
    "a length beyond the end": message([])[:19] + b"\xff\xff\xff\xff[]",
    "a field too many": message(content_of(pack(Answers()))[0] | {"mark": 5}),
    "a field too few": message({"calls": []}),
    "a flag of 1": message(content_of(pack(Answers()))[0] | {"borrowed": 1}),
    "a negative count": message(content_of(pack(Answers()))[0] | {"printed_total": -1}),
    "a count that is true": message(content_of(pack(Answers()))[0] | {"printed_total": True}),
    "text that is too long": with_value("x" * 2001),
    "half a character": with_value("\ud800"),
    "a large integer": with_value(2**64),
    "a deep value": with_value([[[[[[[[1]]]]]]]]),
    "many values": with_value([[0] * 101] * 100),
    "an unknown kind": with_value({"set": [1]}),
    "two kinds": with_value({"tuple": [], "dict": []}),
    "an unknown tag for pickles": with_value({"pickle": base64.b64encode(PICKLE).decode()}),
    "a dict with a key twice": with_value({"dict": [["a", 1], ["a", 2]]}),
    "a dict of triples": with_value({"dict": [["a", 1, 2]]}),
    "half a complex number": with_value({"complex": [1.0]}),
    "an array that is not there": with_value({"array": 136}),
    "an array of a negative length": with_value({"array": -1}),
    "something behind the arrays": with_value(1, b"\0"),
    "a scalar with axes": with_value({"scalar": len(npy(HEAD)) + 16}, npy(HEAD, bytes(16))),
    "a pickle": array_message(PICKLE),
    "an array of objects": array_message(npy(HEAD.replace(b"<f8", b"|O"), PICKLE)),
    "an array of records": array_message(npy(HEAD.replace(b"'<f8'", b"[('a', '<f8')]"), bytes(16))),
    "an array of text": array_message(npy(HEAD.replace(b"<f8", b"<U2"), bytes(16))),
    "an array of dates": array_message(npy(HEAD.replace(b"<f8", b"<M8"), bytes(16))),
    "an array of a dtype there is not": array_message(npy(HEAD.replace(b"f8", b"f3"), bytes(6))),
    "an array of long doubles": array_message(npy(HEAD.replace(b"f8", b"f16"), bytes(32))),
    "an array with a head of code": array_message(
        npy(HEAD.replace(b"(2,)", b"(print(2),)"), bytes(16))
    ),
    "an array of another version": array_message(npy(HEAD, bytes(16), b"\x02\x00")),
    "an array that is cut": array_message(npy(HEAD, bytes(15))),
    "an array that claims 80 GB": array_message(npy(HEAD.replace(b"2,", b"9999999999,"))),
    "an array that claims no end": array_message(
        npy(HEAD.replace(b"2,", b", ".join([b"9999999999"] * 30)))
    ),
    "an array of ten billion empty rows": array_message(npy(HEAD.replace(b"2,", b"9999999999, 0"))),
    "an array with too many axes": array_message(npy(HEAD.replace(b"2,", b", ".join([b"1"] * 33)))),
    "a bool that is 2": array_message(npy(HEAD.replace(b"<f8", b"|b1"), b"\1\2")),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_what_is_no_message_is_refused_before_it_takes_up_memory(data):
    tracemalloc.start()
    with pytest.raises(BadAnswers):
        unpack(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 * len(data) + 2**20


def test_a_message_that_is_too_long_is_refused():
    with pytest.raises(BadAnswers, match="longer than"):
        unpack(bytes(wire.MAX_BYTES + 1))


def sent(**changes):
    data = base64.b64encode(pack(Answers(calls=[Answer(value=3)]))).decode()
    return {"exercise": "window_dot", "hidden": True, "data": data} | changes


def test_what_was_sent_is_received():
    assert wire.receive(sent(), "window_dot", hidden=True).calls[0].value == 3


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "is no message"),
        ([], "is no message"),
        (sent(mark=5), "is no message"),
        (sent(data=3), "is no message"),
        (sent(data="#"), "base64"),
        (sent(data="\u00e9"), "base64"),
        (sent(data=""), "is no message"),
        (sent(data="A" * (2 * wire.MAX_BYTES)), "longer than"),
        (sent(exercise="relu"), "another check"),
        (sent(exercise=["window_dot"]), "another check"),
        (sent(hidden=False), "another check"),
    ],
)
def test_what_was_not_sent_for_this_check_is_refused(content, says):
    with pytest.raises(BadAnswers, match=says):
        wire.receive(content, "window_dot", hidden=True)


def damaged(data, rng):
    """Damage a message: bytes, its end, or something in its JSON."""
    kind = rng.randrange(4)
    if kind == 0:
        return data[: rng.randrange(len(data))]
    if kind == 1:
        place = rng.randrange(len(data))
        return data[:place] + rng.randbytes(rng.randrange(1, 9)) + data[place + rng.randrange(9) :]
    if kind == 2:
        copy = bytearray(data)
        for _ in range(rng.randrange(1, 5)):
            copy[rng.randrange(len(copy))] = rng.randrange(256)
        return bytes(copy)
    content, arrays = content_of(data)
    replace_somewhere(content, rng)
    return message(content, arrays)


JUNK = [None, True, -1, 0, 2**62, 1e308, float("nan"), "", "x" * 300, [], {}, [[]], {"tuple": []}]
JUNK += [{"dict": [["a", 1]]}, {"array": 128}, {"array": 136}, {"scalar": 136}, {"unreadable": []}]
JUNK += [{"unreadable": ["a", "b"]}, {"complex": [1.0, float("inf")]}, {"list": 1}]


def replace_somewhere(content, rng):
    while True:
        keys = list(content) if isinstance(content, dict) else range(len(content))
        key = rng.choice(keys)
        inner = content[key]
        if not isinstance(inner, dict | list) or not inner or rng.random() < 0.2:
            content[key] = rng.choice(JUNK)
            return
        content = inner


def explained(verdict):
    """Write a verdict in all its forms."""
    assert isinstance(verdict, Verdict)
    json.dumps(verdict.as_dict(), allow_nan=False)
    return [
        form(verdict, reveal) for form in (explain.as_text, explain.as_html) for reveal in (0, 1)
    ]


@pytest.mark.parametrize("name", ["conv_output_size", "zero_pad2d", "design_kernels"])
def test_a_damaged_message_is_refused_or_judged(name):
    rng, exercise = random.Random(name), exercises.exercise(name)
    data = pack(collect(exercise, exercise.answer, SEED, hidden=True))
    judged = 0
    for _ in range(1500):
        try:
            answers = unpack(damaged(data, rng))
        except BadAnswers:
            continue
        judged += 1
        if judged % 20 == 0:
            explained(judge(exercise, SEED, answers, hidden=True))
    assert 20 < judged < 1400


def test_random_bytes_are_refused():
    rng = random.Random(SEED)
    for _ in range(1000):
        text = rng.randbytes(rng.randrange(300))
        for data in (text, message(text), array_message(text), array_message(npy(text))):
            with pytest.raises(BadAnswers):
                unpack(data)


DTYPES = [*"?bBhHiIqQefdFD", ">f8", ">i2"]


def any_value(rng, depth=0):
    """Make a value as hostile as a message can carry."""
    numbers = np.random.default_rng(rng.randrange(2**32))
    kind = rng.randrange(12 if depth < 3 else 9)
    if kind == 0:
        return rng.choice([None, True, False, 0, -1, 2**63 - 1, 0.0, 1e308, float("nan"), 1j])
    if kind == 1:
        return rng.choice(["", "b", "float64", "x" * 2000, "<b>", "\x1b[0m", "\n\n"])
    if kind == 2:
        return Unreadable(rng.choice(["", "int", "<b>"]), "why")
    if kind < 9:
        shape = rng.choice(
            [
                (),
                (0,),
                (3,),
                (2, 3),
                (3, 3),
                (0, 4),
                (1, 5, 5, 1),
                (2, 4, 5, 3),
                (999, 0),
                (1,) * 9,
            ]
        )
        dtype = rng.choice(DTYPES)
        array = np.full(shape, rng.choice([0, 1, 100]), dtype=dtype)
        if array.dtype.kind in "fc" and array.size:
            array.flat[0] = rng.choice([np.nan, np.inf, -np.inf, 1])
        if array.dtype.kind in "iuf" and rng.random() < 0.5:
            array = numbers.integers(0, 9, shape).astype(dtype)
        return array[()] if rng.random() < 0.2 else array
    items = [any_value(rng, depth + 1) for _ in range(rng.randrange(4))]
    if kind == 9:
        return items
    return tuple(items) if kind == 10 else {f"key {n}": item for n, item in enumerate(items)}


def garbled(value, rng, depth=0):
    """Change some part of a right answer, and keep its form."""
    if rng.random() < 0.3:
        return any_value(rng, depth)
    if isinstance(value, dict):
        return {key: garbled(item, rng, depth + 1) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(garbled(item, rng, depth + 1) for item in value)
    if isinstance(value, np.ndarray) and value.size:
        with np.errstate(all="ignore"):
            value = value.astype(rng.choice([value.dtype, "f4", "f2", "D", "?", "q", "u1"]))
            if value.dtype.kind in "fc":
                value.flat[rng.randrange(value.size)] = rng.choice([np.nan, np.inf, 1e30])
    return value


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.filterwarnings("ignore::numpy.exceptions.ComplexWarning")
@pytest.mark.parametrize("rounds", [6, pytest.param(60, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", exercises.exercises())
def test_whatever_a_message_says_gets_a_verdict_and_an_explanation(name, rounds):
    rng, exercise = random.Random(name), exercises.exercise(name)
    right = [collect(exercise, exercise.answer, SEED, hidden) for hidden in (False, True)]
    for number in range(rounds):
        hidden = bool(number % 2)
        calls = [
            dataclasses.replace(call, value=garbled(call.value, rng), shortcuts=())
            for call in right[hidden].calls
        ]
        if rng.random() < 0.3:
            calls[0].raised = Raised(rng.choice(["", "ValueError", "<b>"]), "why", "line", 0)
        answers = unpack(pack(Answers(calls=calls[: rng.randrange(len(calls) + 1)] or calls)))
        explained(judge(exercise, SEED, answers, hidden))
