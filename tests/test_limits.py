"""A call that does not come back is ended, wherever it runs and whatever it catches."""

import dataclasses
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest
from small_unit import ENTRIES, examine

from cnnbasics import exercises
from cnnbasics.checking import RIGHT, WRONG, explain, limits
from cnnbasics.checking.collect import collect
from cnnbasics.checking.judge import judge
from cnnbasics.checking.limits import Printed, TimeLimitReached, within

SECONDS = 0.1
"""The limit in these tests. What they allow in all is more, as a busy machine may sleep between."""


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(limits, "CALL_SECONDS", SECONDS)


def in_a_thread(run):
    """Run something in another thread than the main one, and give what it gave."""
    outcome = []
    thread = threading.Thread(target=lambda: outcome.append(run()))
    thread.start()
    thread.join()
    return outcome[0]


WHERE = [
    pytest.param(lambda run: run(), id="main-thread"),
    pytest.param(in_a_thread, id="other-thread"),
]


def loop(x, factor=2.0):
    while True:
        pass


def sleep(x, factor=2.0):
    time.sleep(1.5)


def work(x, factor=2.0):
    while True:
        x = np.sqrt(x * x + 1)


def recurse_and_catch(x, factor=2.0):
    try:
        return recurse_and_catch(x, factor)
    except RecursionError:
        return recurse_and_catch(x, factor)


def print_for_ever(x, factor=2.0):
    while True:
        print(x)


def wait_in_finally(x, factor=2.0):
    try:
        while True:
            pass
    finally:
        time.sleep(0.5)


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(
    "fn",
    [loop, sleep, work, recurse_and_catch, print_for_ever, wait_in_finally],
    ids=lambda fn: fn.__name__,
)
def test_a_call_that_does_not_come_back_is_ended(fn, where):
    start = time.monotonic()
    verdict = where(lambda: examine("scale", fn))
    assert time.monotonic() - start < 5
    text = explain.as_text(verdict)
    assert text.startswith("scale: 1 of 4 cases is wrong, and 3 were not tried.")
    assert "It takes too long, so it was ended: a call may take 0.1 seconds" in text
    assert [fault.kind for fault in verdict.faults] == ["time", *["missing"] * 3]
    assert verdict.mistake is None


going = threading.Event()


@pytest.fixture
def stubborn():
    """Let the functions below go on, and end the one that was left behind."""
    going.set()
    yield
    going.clear()


def catch_everything(x, factor=2.0):
    while going.is_set():
        try:
            while going.is_set():
                x = x + 1
        except BaseException:
            pass


def catch_twice(x, factor=2.0):
    while going.is_set():
        try:
            while going.is_set():
                try:
                    for _ in range(10**7):
                        x = x + 1
                except BaseException:
                    continue
        except BaseException:
            continue


def sleep_on(x, factor=2.0):
    while going.is_set():
        try:
            time.sleep(0.3)
        except BaseException:
            continue


def begin_again(x, factor=2.0):
    try:
        while going.is_set():
            pass
    finally:
        try:
            while going.is_set():
                pass
        finally:
            while going.is_set():
                pass


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(
    "fn", [catch_everything, catch_twice, sleep_on, begin_again], ids=lambda fn: fn.__name__
)
def test_a_call_that_catches_everything_is_ended(fn, where, stubborn):
    start = time.monotonic()
    verdict = where(lambda: examine("scale", fn))
    assert time.monotonic() - start < 5
    assert verdict.status == WRONG
    assert "time" in {fault.kind for fault in verdict.faults}


def test_slow_calls_are_ended_when_they_take_too_long_together(monkeypatch):
    monkeypatch.setattr(limits, "CHECK_SECONDS", 0.15)

    def scale(x, factor=2.0):
        time.sleep(0.06)
        return x * factor

    verdict = examine("scale", scale)
    assert [fault.kind for fault in verdict.faults][:1] == ["time"]
    assert "all calls of a check 0.15" in explain.as_text(verdict)


def test_an_exercise_may_have_more_patience(monkeypatch):
    monkeypatch.setattr(limits, "CALL_SECONDS", 0.02)
    patient = dataclasses.replace(ENTRIES["scale"], patience=100)

    def scale(x, factor=2.0):
        time.sleep(0.06)
        return x * factor

    for exercise, status in ((ENTRIES["scale"], WRONG), (patient, RIGHT)):
        assert judge(exercise, 5, collect(exercise, scale, 5)).status == status


def test_what_was_right_before_a_call_was_ended_stays_right(monkeypatch):
    monkeypatch.setattr(limits, "CALL_SECONDS", 0.5)

    def scale(x, factor=2.0):
        return x * factor if factor == 2.0 else loop(x)

    faults = examine("scale", scale).faults
    assert [(fault.kind, fault.label) for fault in faults] == [
        ("time", "another factor"),
        ("missing", "another factor"),
        ("missing", "another factor"),
    ]


def test_a_call_that_was_ended_leaves_nothing_behind(stubborn):
    def settings():
        return sys.getprofile(), threading.getprofile(), np.tanh, np.geterr(), sys.stdout

    exercise = exercises.exercise("tanh")
    before = settings()
    for _ in range(10):
        answers = collect(exercise, lambda x: catch_everything(x), 1)
        assert answers.calls[-1].timed_out
        assert settings() == before


@pytest.mark.parametrize("where", WHERE)
def test_a_call_in_time_gives_its_result_or_its_exception(where):
    def fail():
        raise LookupError("mine")

    def tell():
        with pytest.raises(LookupError, match="mine"):
            within(5, fail)
        return within(5, lambda: "done")

    assert where(tell) == "done"


def test_numpy_reports_the_same_warnings_in_any_thread():
    def total(x):
        return x.sum() + 0 * np.exp(np.array(1000.0) * 0) + np.log(np.zeros(1))[0] * 0

    here = examine("total", total).faults[0].why
    assert in_a_thread(lambda: examine("total", total)).faults[0].why == here


if hasattr(signal, "setitimer"):  # not on Windows

    def test_the_handler_and_the_timer_of_others_come_back():
        rung = []
        before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
        signal.setitimer(signal.ITIMER_REAL, 60)
        try:
            assert within(5, lambda: 1) == 1
            with pytest.raises(TimeLimitReached):
                within(0.01, lambda: loop(1))
            signal.raise_signal(signal.SIGALRM)
            assert rung == [1]
            assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 60
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


DOZEN = """
from cnnbasics.checking.limits import TimeLimitReached, within

def stubborn():
    while True:
        try:
            for _ in range(10**7):
                len("a")
        except BaseException:
            pass

ended = 0
for _ in range(12):
    try:
        within(0.02, stubborn)
    except TimeLimitReached:
        ended += 1
print(ended)
"""


def test_no_late_signal_ends_the_process():
    done = subprocess.run(
        [sys.executable, "-c", DOZEN], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr, done.returncode) == ("12\n", "", 0)


def test_a_stream_keeps_the_beginning_and_counts_the_rest():
    printed = Printed(keep=5)
    print("abc", "defg", file=printed)
    assert (printed.text, printed.total, printed.writable()) == ("abc d", 9, True)


def test_a_check_needs_no_patience_for_right_answers():
    start = time.monotonic()
    assert examine("scale", ENTRIES["scale"].answer).faults == []
    assert time.monotonic() - start < 1
