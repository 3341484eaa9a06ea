"""Formgrader in a real browser: what a human gives there survives a regrade and is passed on."""

import csv
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import small_course
import test_browser
from nbgrader.api import Gradebook
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from autograder.cells import answers, fill, read
from autograder.cli import main
from autograder.grading import Classroom
from autograder.tools import quiet

pytestmark = pytest.mark.browser

UNIT = small_course.UNIT
BIN = Path(sys.executable).parent
COMMENT = "Zoë: see *me* about `x * x`, it's 50 % right"

browser = test_browser.browser


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A small class, graded: 4217 has one exercise wrong, 4218 none."""
    course = small_course.make(tmp_path_factory.mktemp("course"))
    room = Classroom(course, course.classroom)
    assert main(["--course", str(course.root), "release"]) == 0
    hand_in(room, "4217", "return x * x")
    hand_in(room, "4218", "return x + x")
    assert grade(room) == 0
    return room


def hand_in(room, student, double):
    """Hand in a notebook in which `square` is right."""
    right = answers(read(room.course.source(UNIT)))
    changed = {"double": f"def double(x):\n    {double}\n"}
    room.hand_in(UNIT, student, fill(read(room.course.release(UNIT)), right | changed))


def grade(room):
    return main(["--course", str(room.course.root), "grade", "--workers", "1"])


@pytest.fixture(scope="module")
def formgrader(room, browser, tmp_path_factory):
    """Start a server on the course, as an instructor does who wants formgrader."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    command = [str(BIN / "jupyter"), "lab", "--no-browser", "--allow-root", f"--port={port}"]
    environment = os.environ | {"HOME": str(home), "JUPYTER_CONFIG_DIR": str(home)}
    with (home / "log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--IdentityProvider.token=test"],
            cwd=room.course.root,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            test_browser.wait_for_port(port, server, home / "log")
            browser.get(f"http://127.0.0.1:{port}/login?token=test")
            yield f"http://127.0.0.1:{port}/formgrader"
        finally:
            server.terminate()
            server.wait(20)


def submission_of(room, student):
    with quiet(), Gradebook(room.db_url, room.config.CourseDirectory.course_id) as book:
        return book.find_submission_notebook(UNIT, UNIT, student).id


def write(browser, field, text):
    """Write into a field of formgrader's and wait until it says that it is saved."""
    element = WebDriverWait(browser, 60).until(lambda b: b.find_element(By.ID, field))
    element.clear()
    element.send_keys(text)
    browser.execute_script(
        "window.saved = false; $(document).one('finished_saving', () => { window.saved = true; });"
    )
    element.send_keys(Keys.TAB)
    browser.execute_script("arguments[0].blur()", element)
    WebDriverWait(browser, 60).until(lambda b: b.execute_script("return window.saved"))


def open_submission(browser, formgrader, room, student):
    """Open a student's notebook in formgrader."""
    browser.get(f"{formgrader}/submissions/{submission_of(room, student)}/")
    ready = "return window.formgrader?.grades?.loaded && formgrader.comments?.loaded"
    WebDriverWait(browser, 60).until(lambda b: b.execute_script(ready))


@pytest.fixture(scope="module")
def graded_again(room, formgrader, browser):
    """Give a mark and a comment in formgrader; then grade what the student handed in again."""
    open_submission(browser, formgrader, room, "4217")
    write(browser, "double-hidden", "0.75")
    write(browser, "double-comment", COMMENT)
    test_browser.ARTIFACTS.mkdir(exist_ok=True)
    browser.save_screenshot(str(test_browser.ARTIFACTS / "formgrader.png"))
    before = {check.name: check.score for check in room.marks(UNIT, "4217").checks}
    # Other bytes, and another mistake.
    hand_in(room, "4217", "return x if x == 3 else 2 * x")
    assert grade(room) == 0
    return before


def test_the_mark_and_the_comment_are_in_the_gradebook_after_a_regrade(room, graded_again):
    assert graded_again["double-hidden"] == 0.75
    checks = {check.name: check for check in room.marks(UNIT, "4217").checks}
    assert checks["double-hidden"].score == 0.75
    with quiet(), Gradebook(room.db_url, room.config.CourseDirectory.course_id) as book:
        grades = {one.name: one for one in book.find_submission_notebook(UNIT, UNIT, "4217").grades}
        # The regrade took place: the hidden check is right now.
        assert (grades["double-hidden"].auto_score, grades["double-hidden"].score) == (1.0, 0.75)
        assert grades["double-visible"].score == 0
        assert book.find_comment("double", UNIT, UNIT, "4217").comment == COMMENT


def test_they_are_on_the_student_s_page_and_on_no_other(room, graded_again):
    page = room.path("feedback", "4217", UNIT).read_text(encoding="utf-8")
    assert "3.75 of 6 marks" in page
    assert "lost 0.25 of 1: Marked by hand." in page
    assert "Zoë: see <em>me</em> about <code>x * x</code>, it's 50 % right" in page
    other = room.path("feedback", "4218", UNIT).read_text(encoding="utf-8")
    assert "6 of 6 marks" in other
    assert "Zoë" not in other


EXPORTS = {
    "Canvas": ("ID", "utf-8", ""),
    "Moodle": ("Username", "utf-8", f"double: {COMMENT}"),
    "Blackboard": ("Username", "utf-8-sig", f"double: {COMMENT}"),
}


@pytest.mark.parametrize("system", EXPORTS)
def test_they_are_in_each_export(room, graded_again, system, tmp_path):
    key, encoding, comment = EXPORTS[system]
    to = tmp_path / "marks.csv"
    command = [
        str(BIN / "nbgrader"),
        "export",
        f"--exporter=autograder.exports.{system}Exporter",
        f"--{system}Exporter.identified_by={key}",
        f"--to={to}",
    ]
    done = subprocess.run(
        command, cwd=room.course.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    with to.open(encoding=encoding, newline="") as file:
        rows = {row[key]: row for row in csv.DictReader(file)}
    assert (rows["4217"][UNIT], rows["4218"][UNIT]) == ("3.75", "6")
    comments = [text for name, text in rows["4217"].items() if re.search("feedback", name, re.I)]
    assert "".join(comments).removesuffix("HTML") == comment


def test_formgrader_shows_them_after_the_regrade(room, formgrader, browser, graded_again):
    open_submission(browser, formgrader, room, "4217")
    assert browser.find_element(By.ID, "double-hidden").get_attribute("value") == "0.75"
    assert browser.find_element(By.ID, "double-comment").get_attribute("value") == COMMENT
