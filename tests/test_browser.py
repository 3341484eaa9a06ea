"""A student's first minutes, in a real browser: open the course, err, read why, repair, pass."""

import contextlib
import os
import re
import shlex
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from axe import barriers
from nbgrader.utils import is_solution
from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from autograder.cells import read
from cnnbasics.journal import course, kept

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parent.parent
ARTIFACTS = ROOT / "artifacts"
UNIT = "01_convolution"
OTHERS = sorted(path.stem for path in (ROOT / "notebooks").glob("*/*.ipynb") if path.stem != UNIT)
LONGEST_UNIT = 600
"""Seconds that all cells of a unit may take: a minute by themselves, several on a busy machine."""

WRONG = '''def correlate2d(image, kernel, stride=1, pad=0):
    """Slide a kernel over an image."""
    sh, sw = np.broadcast_to(stride, 2)
    kh, kw = kernel.shape
    padded = np.pad(image, pad)
    h = (padded.shape[0] - kh) // sh + 1
    w = (padded.shape[1] - kw) // sw + 1
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            patch = padded[i * sh : i * sh + kh, j : j + kw]
            out[i, j] = np.sum(patch * kernel)
    return out
'''
RIGHT = WRONG.replace("j : j + kw", "j * sw : j * sw + kw")

# Cells are found by their id, in the notebook that is open; the app is exposed for tests only.
BOOK = "jupyterapp.shell.currentWidget"
CELL = f"const cell = {BOOK}.content.widgets.find(c => c.model.id === arguments[0]);"
ALL_RAN = (
    f"return {BOOK}.content.widgets"
    ".every(cell => cell.model.type !== 'code' || cell.model.executionCount)"
)
ERRORS = (
    f"return {BOOK}.content.widgets.filter(cell => cell.model.type === 'code')"
    ".flatMap(cell => cell.model.outputs.toJSON()"
    ".filter(output => output.output_type === 'error')"
    ".map(output => [cell.model.id, output.ename]))"
)
NOISE = (
    f"return {BOOK}.content.widgets.filter(cell => cell.model.type === 'code')"
    ".filter(cell => cell.model.outputs.toJSON().some(output => output.name === 'stderr'))"
    ".map(cell => cell.model.id)"
)
IDLE = f"return {BOOK}.sessionContext?.session?.kernel?.status === 'idle'"


def copy_of_the_notebooks(folder):
    """Make what somebody has who has opened the course for the first time."""
    forgotten = shutil.ignore_patterns(kept.FILE, ".ipynb_checkpoints")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=forgotten)
    (folder / "home").mkdir()


@contextlib.contextmanager
def jupyterlab(folder):
    """Start JupyterLab with the command of `make lab`, on a copy of the notebooks.

    Gives the address of a page, with a place for its path, and the server's process.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    flags = f"--no-browser --allow-root --port={port} --IdentityProvider.token=test"
    flags += " --LabApp.expose_app_in_browser=True"
    printed = subprocess.run(
        ["make", "--dry-run", "lab", f"LABFLAGS={flags}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    command = shlex.split(next(line for line in printed.splitlines() if "jupyter lab" in line))
    command[0] = str(ROOT / command[0])
    home = str(folder / "home")
    environment = os.environ | {"HOME": home, "JUPYTER_CONFIG_DIR": home}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait_for_port(port, server, folder / "log")
            yield f"http://127.0.0.1:{port}{{}}?token=test", server
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start JupyterLab once for most tests."""
    folder = tmp_path_factory.mktemp("course")
    copy_of_the_notebooks(folder)
    with jupyterlab(folder) as (page, _):
        yield page.format("/lab/tree/{}") + "&reset"


def wait_for_port(port, server, log):
    for _ in range(120):
        assert server.poll() is None, log.read_text()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.5)
    raise AssertionError(f"JupyterLab did not answer within a minute:\n{log.read_text()}")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """Drive Debian's Chromium, with no network but this machine's own."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium is missing: see README.md"
    profile = tmp_path_factory.mktemp("profile")
    for flag in (
        "headless",
        "no-sandbox",
        "disable-gpu",
        "disable-dev-shm-usage",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
        "no-first-run",
        "window-size=1200,1000",
        f"user-data-dir={profile}",
    ):
        options.add_argument(f"--{flag}")
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(LONGEST_UNIT)
    yield driver
    driver.quit()


class Notebook:
    """The notebook that is open in JupyterLab."""

    def __init__(self, browser, lab, unit):
        self.browser = browser
        path = f"{unit}/{unit}.ipynb"
        browser.get(lab.format(path))
        # A notebook that was open before may come back first.
        self.wait(
            f"return window.jupyterapp && {BOOK}?.context?.path === arguments[0]"
            f" && {BOOK}.content.widgets.length > 10",
            path,
        )
        self.wait(IDLE)

    def wait(self, script, *arguments, seconds=120):
        """Wait until a script returns something true, and return that."""
        return WebDriverWait(self.browser, seconds, 0.2).until(
            lambda driver: driver.execute_script(script, *arguments)
        )

    def run_all(self):
        """Run all cells, as Run All Cells in the menu does."""
        self.browser.execute_async_script(
            "const done = arguments[0];"
            "jupyterapp.commands.execute('notebook:run-all-cells').then(() => done(), done);"
        )
        self.wait(IDLE, seconds=LONGEST_UNIT)
        self.wait(ALL_RAN)

    def noise(self):
        """Return the ids of the cells under which something was written to stderr."""
        return self.browser.execute_script(NOISE)

    def errors(self):
        """Return the ids of the cells that show an exception, and the exceptions' names."""
        return self.browser.execute_script(ERRORS)

    def shut_down(self):
        """End the kernel, so that the next one has the memory."""
        self.browser.execute_async_script(
            f"const done = arguments[0];{BOOK}.sessionContext.shutdown().then(() => done(), done);"
        )

    def write(self, cell, source):
        """Replace what stands in a cell."""
        self.browser.execute_script(
            f"{CELL} cell.model.sharedModel.setSource(arguments[1])", cell, source
        )

    def run(self, cell):
        """Select a cell and run it."""
        self.browser.execute_async_script(
            f"{CELL} const done = arguments[arguments.length - 1];"
            f"const book = {BOOK}.content;"
            "book.activeCellIndex = book.widgets.indexOf(cell);"
            "jupyterapp.commands.execute('notebook:run-cell').then(() => done(), done);",
            cell,
        )

    def output(self, cell):
        """Return the text that a reader sees under a cell, and scroll there."""
        return self.browser.execute_script(
            f"{CELL} cell.node.scrollIntoView({{block: 'start'}});"
            "return cell.outputArea ? cell.outputArea.node.innerText : ''",
            cell,
        )

    def says(self, cell, words):
        """Wait until a cell's output has these words in it, scroll there, and return its text."""
        script = f"{CELL} return cell.outputArea.node.innerText.includes(arguments[1])"
        try:
            self.wait(script, cell, words)
        except TimeoutException as error:
            self.picture("timeout")
            raise AssertionError(f"{cell} says: {self.output(cell)!r}") from error
        return self.output(cell)

    def picture(self, name, cell=None):
        """Keep a screenshot of the page, or of one cell, among the artifacts of the tests."""
        ARTIFACTS.mkdir(exist_ok=True)
        time.sleep(0.5)  # fonts and images settle
        file = str(ARTIFACTS / f"{name}.png")
        if cell is None:
            self.browser.save_screenshot(file)
        else:
            self.browser.execute_script(f"{CELL} return cell.node", cell).screenshot(file)


def not_attempted(unit):
    """Return what an untouched notebook shows: every exercise and question is still to do."""
    cells = read(ROOT / "notebooks" / unit / f"{unit}.ipynb").cells
    return [[f"{cell.id}-visible", "NotAttempted"] for cell in cells if is_solution(cell)]


@pytest.fixture(scope="module")
def notebook(lab, browser):
    return Notebook(browser, lab, UNIT)


def test_run_all_reaches_the_end_of_an_untouched_notebook(notebook):
    notebook.picture("1-opened")
    notebook.run_all()
    assert notebook.errors() == not_attempted(UNIT)
    assert notebook.noise() == []
    assert "not attempted yet" in notebook.output("correlate2d-visible")
    notebook.output("by-hand")
    notebook.picture("2-run")


def test_a_wrong_answer_is_explained_and_named(notebook):
    notebook.write("correlate2d", WRONG)
    notebook.run("correlate2d")
    notebook.run("correlate2d-visible")
    said = notebook.says("correlate2d-visible", "wrong")
    notebook.picture("3-wrong", "correlate2d-visible")
    assert (
        "This is what you get when the stride moves the window down but not to the right." in said
    )
    assert re.search(r"yours\s+shape \(1, 2\)\s+float64\s+\[\[3\., 0\.\]\]", said), said
    assert "Traceback" not in said


def test_the_repaired_answer_passes(notebook):
    notebook.write("correlate2d", RIGHT)
    notebook.run("correlate2d")
    notebook.run("correlate2d-visible")
    # Not "right" alone: the wrong answer was told of a window that does not move to the right.
    notebook.says("correlate2d-visible", "correlate2d: right")
    notebook.picture("4-right")


@pytest.mark.parametrize("unit", OTHERS)
def test_every_other_unit_runs_to_its_end_with_nothing_but_exercises_to_do(lab, browser, unit):
    notebook = Notebook(browser, lab, unit)
    notebook.run_all()
    assert notebook.errors() == not_attempted(unit)
    assert notebook.noise() == []
    notebook.shut_down()


# Stopping and coming back

STANDS = """
const page = jupyterapp.shell.currentWidget;
if (page?.context?.path !== 'start.ipynb') return '';
const map = page.content.widgets.find(c => c.model.id === 'map');
// Before it is laid out its text has no line breaks.
const output = map?.outputArea?.node;
return output?.querySelector('summary')?.checkVisibility() ? output.innerText : '';
"""


def start_page(browser, page):
    """Open the address at which `make lab` opens, and return what the start page says."""
    browser.get(page.format("/"))
    wait = WebDriverWait(browser, 120, 0.2)
    wait.until(lambda driver: driver.execute_script("return !!window.jupyterapp?.shell"))
    return wait.until(lambda driver: driver.execute_script(STANDS))


OWN_TEXT = """
return [...jupyterapp.shell.currentWidget.node.querySelectorAll(
    '.jp-RenderedMarkdown, .jp-OutputArea-output')];
"""
"""The page's own text, without JupyterLab around it."""


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_no_barrier_on_the_start_page(browser, tmp_path, theme):
    copy_of_the_notebooks(tmp_path)
    for status in (kept.RIGHT, kept.WRONG, kept.LENT):
        for exercise in course.read(tmp_path / "notebooks").units[0].exercises[:3]:
            kept.keep(tmp_path / "notebooks", "00_images", exercise, status)
    with jupyterlab(tmp_path) as (page, _):
        start_page(browser, page)
        browser.execute_async_script(
            "const [theme, done] = arguments;"
            "document.querySelectorAll('details').forEach(each => { each.open = true; });"
            "jupyterapp.commands.execute('apputils:change-theme', {theme})"
            ".then(() => setTimeout(done, 2000), done)",
            theme,
        )
        dark = "return document.body.dataset.jpThemeLight === 'false'"
        assert browser.execute_script(dark) is theme.endswith("Dark")
        assert barriers(browser, browser.execute_script(OWN_TEXT)) == []


def test_who_stops_and_comes_back_finds_the_map_the_next_step_and_the_answer(browser, tmp_path):
    copy_of_the_notebooks(tmp_path)
    came = (tmp_path / "notebooks" / kept.START).read_bytes()
    units = course.read(tmp_path / "notebooks").units
    first, unit = units[0], next(unit for unit in units if unit.name == UNIT)
    of_all = f"of {sum(len(unit.exercises) for unit in units)} answers"
    of_unit = f"of {len(unit.exercises)}"
    with jupyterlab(tmp_path) as (page, server):
        said = start_page(browser, page)
        assert said.startswith(f"Begin with {first.title}\n0 {of_all} are right.")
        assert re.search(rf"{unit.title}\s+0 {of_unit} right · {unit.minutes} min", said)

        notebook = Notebook(browser, page.format("/lab/tree/{}") + "&reset", UNIT)
        notebook.run("setup")
        notebook.write("correlate2d", RIGHT)
        notebook.run("correlate2d")
        notebook.run("correlate2d-visible")
        said = notebook.says("correlate2d-visible", "correlate2d: right")
        assert said.endswith(f"1 {of_unit} answers in this unit is right.")
        saved = tmp_path / "notebooks" / UNIT / f"{UNIT}.ipynb"
        waiting = WebDriverWait(browser, 60, 0.5)
        waiting.until(lambda _: "j * sw : j * sw + kw" in saved.read_text(encoding="utf-8"))
        # The start page was open for longer than it takes to be saved, and is as it came.
        assert (tmp_path / "notebooks" / kept.START).read_bytes() == came
        # What was open all the while is renewed by a reload.
        said = start_page(browser, page)
        assert said.startswith(
            f"Go on with {unit.exercises[0]} in {unit.title}\n1 {of_all} is right."
        )
        server.kill()  # nothing is saved on the way out

    with jupyterlab(tmp_path) as (page, _):
        said = start_page(browser, page)
        assert said.startswith(
            f"Go on with {unit.exercises[0]} in {unit.title}\n1 {of_all} is right."
        )
        assert re.search(rf"{unit.title}\s+1 {of_unit} right", said)
        notebook = Notebook(browser, page.format("/lab/tree/{}") + "&reset", UNIT)
        assert "correlate2d: right" in notebook.output("correlate2d-visible")
