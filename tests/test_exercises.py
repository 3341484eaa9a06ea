"""Every exercise and question of the course has all that belongs to it, and its checks work."""

import ast
import functools
import inspect
import re
import statistics
import time
from dataclasses import replace
from pathlib import Path

import nbformat
import numpy as np
import pytest
from test_judge import odd_answers

from cnnbasics import exercises
from cnnbasics.checking import NOT_ATTEMPTED, RIGHT, WRONG, collect, explain, judge
from cnnbasics.checking.exercise import Exercise, Question
from tools import audit

ROOT = Path(__file__).parent.parent
EXERCISES = exercises.exercises()
QUESTIONS = exercises.questions()
SAMPLES = audit.samples()
SEEDS = (1, 2, 3)

GRADED = {"grade": True, "locked": True, "solution": False, "task": False}
WRITTEN = {"grade": False, "locked": False, "solution": True, "task": False}
LOCKED = {"grade": False, "locked": True, "solution": False, "task": False}


@functools.cache
def cells(unit):
    """Read the cells of a unit's source notebook."""
    path = ROOT / "solutions" / unit / f"{unit}.ipynb"
    return nbformat.read(path, as_version=4).cells if path.exists() else []


def place(unit, name):
    """Find the cell with an nbgrader id; -1 if there is none."""
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells(unit)]
    return ids.index(name) if name in ids else -1


def has_form(cell, kind, flags):
    form = cell.metadata.get("nbgrader", {})
    return cell.cell_type == kind and flags.items() <= dict(form).items()


def has_points(cell):
    points = cell.metadata.get("nbgrader", {}).get("points")
    return isinstance(points, int) and points > 0


def solution(cell):
    """Return what stands in a cell between the markers of a solution."""
    parts = re.findall(r"### BEGIN SOLUTION\n(.*?)\n\s*### END SOLUTION", cell.source, re.DOTALL)
    return parts[0] if len(parts) == 1 else None


# What belongs to an exercise


def lacks(exercise, unit, samples):
    """Say what an exercise lacks, a sentence for each thing."""
    name = exercise.id
    if len(exercise.hints) != 3 or not all(map(str.strip, exercise.hints)):
        yield f"`{name}` has {len(exercise.hints)} hints: it needs three, idea, shapes, indices."
    if not exercise.success.strip():
        yield f"`{name}` has no `success`, the sentence that a right answer is told."
    if not exercise.mistakes:
        yield f"`{name}` recognizes no mistake."
    ids = [mistake.id for mistake in exercise.mistakes]
    for repeated in {one for one in ids if ids.count(one) > 1}:
        yield f"`{name}` has two mistakes called `{repeated}`."
    for mistake in exercise.mistakes:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", mistake.id):
            yield f"The mistake `{mistake.id}` of `{name}` is not in small letters and hyphens."
        if not mistake.says or mistake.says.endswith("."):
            yield f"`{mistake.id}` of `{name}` does not finish the sentence This is what you get..."
        if not (mistake.answers or mistake.shows):
            yield f"`{mistake.id}` of `{name}` has neither an answer nor a way to show itself."
    yield from lacks_cases(exercise)
    yield from lacks_samples(exercise, unit, samples)
    yield from lacks_cells(exercise, unit)


def lacks_cases(exercise):
    """Say what is wrong with the cases of an exercise."""
    parameters = list(inspect.signature(exercise.answer).parameters)
    for hidden in (False, True):
        kind = "hidden" if hidden else "visible"
        cases = exercise.make_cases(1, hidden)
        if not cases:
            yield f"`{exercise.id}` has no {kind} cases."
        for case in cases:
            known = [name for name in parameters if name in case.inputs]
            if list(case.inputs) != known:
                yield f"A {kind} case of `{exercise.id}` gives {list(case.inputs)}, not {known}."
            if not case.label.strip():
                yield f"A {kind} case of `{exercise.id}` has no label."


def lacks_samples(exercise, unit, samples):
    """Say which wrong and right answers an exercise lacks in the tests' folders."""
    own = [sample for sample in samples if (sample.unit, sample.exercise) == (unit, exercise.id)]
    wrong = [sample for sample in own if sample.wrong]
    folder = f"{unit}/{exercise.id}"
    if len(wrong) < 4:
        yield f"tests/mutants/{folder} has {len(wrong)} files: it needs four."
    if len(own) - len(wrong) < 2:
        yield f"tests/alternatives/{folder} has {len(own) - len(wrong)} files: it needs two."
    made = {sample.mistake for sample in wrong}
    for mistake in exercise.mistakes:
        if mistake.id not in made:
            yield f"tests/mutants/{folder}/{mistake.id.replace('-', '_')}.py is missing."


def lacks_cells(exercise, unit):
    """Say what an exercise lacks in its unit's notebook."""
    name, book = exercise.id, f"solutions/{unit}/{unit}.ipynb"
    start = place(unit, f"{name}-contract")
    if start < 0:
        yield f"{book} has no cell `{name}-contract`."
        return
    four = cells(unit)[start : start + 4]
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in four]
    wanted = [f"{name}-contract", name, f"{name}-visible", f"{name}-hidden"]
    if ids != wanted:
        yield f"In {book} the cells {', '.join(wanted)} must follow each other."
        return
    contract, answer, visible, hidden = four
    if not has_form(contract, "markdown", LOCKED):
        yield f"In {book} `{name}-contract` must be locked markdown."
    if exercise.signature not in contract.source:
        yield f"In {book} `{name}-contract` must show `{exercise.signature}`."
    if not has_form(answer, "code", WRITTEN):
        yield f"In {book} `{name}` must be a solution cell."
    yield from lacks_definition(exercise, answer, book)
    for cell, call in ((visible, f"check({name})"), (hidden, f"check({name}, hidden=True)")):
        if not (has_form(cell, "code", GRADED) and has_points(cell)):
            yield f"In {book} `{cell.id}` must be graded, locked, and worth points."
        if call not in cell.source.splitlines():
            yield f"In {book} `{cell.id}` must call {call}."
    if not re.fullmatch(
        r"# .+\n### BEGIN HIDDEN TESTS\n.+\n### END HIDDEN TESTS", hidden.source.strip()
    ):
        yield f"In {book} `{hidden.id}` must be a comment and the markers of a hidden test."


def lacks_definition(exercise, cell, book):
    """Say what is wrong with the cell of an answer."""
    if not (solution(cell) or "").strip():
        yield f"In {book} `{exercise.id}` must hold its answer between the markers of a solution."
    defined = [node for node in ast.parse(cell.source).body if isinstance(node, ast.FunctionDef)]
    if [node.name for node in defined] != [exercise.id]:
        yield f"In {book} `{exercise.id}` must define that function and no other."
        return
    if not ast.get_docstring(defined[0]):
        yield f"In {book} `{exercise.id}` has no docstring."
    arguments = [f"`{defined[0].name}({ast.unparse(defined[0].args)})`", f"`{exercise.signature}`"]
    if arguments[0] != arguments[1]:
        yield f"In {book} {arguments[0]} is defined, and the contract is {arguments[1]}."


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_lacks_nothing(name):
    assert list(lacks(EXERCISES[name], exercises.unit_of(name), SAMPLES)) == []


def forgotten(x):
    """Be an exercise of which all has been forgotten."""
    return x


def test_what_is_forgotten_is_said_in_a_sentence_each():
    bare = Exercise(answer=forgotten, cases=lambda *_: [], mistakes=(), hints=(), success="")
    assert list(lacks(bare, "01_convolution", SAMPLES)) == [
        "`forgotten` has 0 hints: it needs three, idea, shapes, indices.",
        "`forgotten` has no `success`, the sentence that a right answer is told.",
        "`forgotten` recognizes no mistake.",
        "`forgotten` has no visible cases.",
        "`forgotten` has no hidden cases.",
        "tests/mutants/01_convolution/forgotten has 0 files: it needs four.",
        "tests/alternatives/01_convolution/forgotten has 0 files: it needs two.",
        "solutions/01_convolution/01_convolution.ipynb has no cell `forgotten-contract`.",
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda all_, at: all_.insert(at + 2, nbformat.v4.new_code_cell("")),
            "must follow each other",
        ),
        (lambda all_, at: all_.pop(at + 3), "must follow each other"),
        (
            lambda all_, at: all_[at].metadata.nbgrader.update(locked=False),
            "must be locked markdown",
        ),
        (
            lambda all_, at: all_[at].update(source="`correlate2d(image)`"),
            "must show `correlate2d(im",
        ),
        (lambda all_, at: all_[at + 1].metadata.nbgrader.update(solution=False), "a solution cell"),
        (lambda all_, at: all_[at + 1].update(source="correlate2d = 1"), "must hold its answer"),
        (lambda all_, at: all_[at + 2].metadata.nbgrader.update(points=0), "worth points"),
        (
            lambda all_, at: all_[at + 2].update(source="check(relu)"),
            "must call check(correlate2d)",
        ),
        (
            lambda all_, at: all_[at + 3].update(source="check(correlate2d, hidden=True)"),
            "the markers of a hidden test",
        ),
    ],
)
def test_a_cell_that_is_not_in_its_form_is_said_in_a_sentence(change, words, monkeypatch):
    unit, name = "01_convolution", "correlate2d"
    spoiled = cells.__wrapped__(unit)
    change(spoiled, place(unit, f"{name}-contract"))
    monkeypatch.setitem(globals(), "cells", lambda unit: spoiled)
    assert any(words in sentence for sentence in lacks_cells(EXERCISES[name], unit))


# Questions


def lacks_question(question, unit):
    """Say what a question lacks, a sentence for each thing."""
    name, book = question.id, f"solutions/{unit}/{unit}.ipynb"
    if question.answer not in question.says:
        yield f"`{name}` explains no option {question.answer!r}, and that is the right one."
    for option, text in question.says.items():
        if not text.strip():
            yield f"`{name}` does not explain option {option!r}."
        if list(question.says.values()).count(text) > 1:
            yield f"`{name}` explains option {option!r} as another one."
    start = place(unit, name)
    if start < 1 or place(unit, f"{name}-visible") != start + 1:
        yield f"{book} has no cells `{name}` and `{name}-visible` in a row."
        return
    asked, answer, check = cells(unit)[start - 1 : start + 2]
    if not has_form(asked, "markdown", LOCKED):
        yield f"In {book} the question before `{name}` must be locked markdown."
    letters = set(re.findall(r"^- \*\*(\w)\*\* ", asked.source, re.MULTILINE))
    options = {option for option in question.says if isinstance(option, str)}
    if letters != options:
        yield f"{book} asks `{name}` with options {sorted(letters)}, and knows {sorted(options)}."
    if not has_form(answer, "code", WRITTEN):
        yield f"In {book} `{name}` must be a solution cell."
    if not answer.source.startswith(f"{name} = None"):
        yield f"In {book} `{name}` must begin with {name} = None."
    if solution(answer) != f"{name} = {as_code(question.answer)}":
        yield f"In {book} `{name}` must be answered with {as_code(question.answer)}."
    if not (has_form(check, "code", GRADED) and has_points(check)):
        yield f"In {book} `{name}-visible` must be graded, locked, and worth points."
    if check.source.strip() != f'predict("{name}", {name})':
        yield f'In {book} `{name}-visible` must call predict("{name}", {name}).'


def as_code(answer):
    return f'"{answer}"' if isinstance(answer, str) else repr(answer)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_asked_and_answered_in_its_notebook(name):
    assert list(lacks_question(QUESTIONS[name], exercises.unit_of(name))) == []


def test_a_forgotten_question_is_said_in_a_sentence():
    assert list(lacks_question(Question("predict_it", "b", {"a": ""}), "01_convolution")) == [
        "`predict_it` explains no option 'b', and that is the right one.",
        "`predict_it` does not explain option 'a'.",
        "solutions/01_convolution/01_convolution.ipynb has no cells `predict_it` and "
        "`predict_it-visible` in a row.",
    ]


# Nothing that belongs to nothing


def strays():
    """Say which files and cells belong to no exercise and no question."""
    for sample in SAMPLES:
        exercise = EXERCISES.get(sample.exercise)
        if exercise is None or exercises.unit_of(sample.exercise) != sample.unit:
            yield f"{sample}: there is no exercise `{sample.exercise}` in {sample.unit}."
        elif sample.mistake and sample.mistake not in {m.id for m in exercise.mistakes}:
            yield f"{sample}: `{sample.exercise}` has no mistake `{sample.mistake}`."
    for folder in ("mutants", "alternatives"):
        for path in (ROOT / "tests" / folder).rglob("*.py"):
            if len(path.relative_to(ROOT / "tests" / folder).parts) != 3:
                yield f"{path.relative_to(ROOT)} does not lie in a unit's and an exercise's folder."
    for unit in exercises.units():
        for cell in cells(unit):
            for name in re.findall(r"^(?:check|predict)\(\"?(\w+)", cell.source, re.MULTILINE):
                graded = cell.metadata.get("nbgrader", {}).get("grade")
                if graded and name not in exercises.units()[unit]:
                    yield f"Cell `{cell.id}` of {unit} checks `{name}`, which is unknown there."


def test_each_file_and_cell_belongs_to_a_known_exercise():
    assert list(strays()) == []


def test_each_folder_of_solutions_is_a_unit_and_each_unit_has_one():
    folders = {path.name for path in (ROOT / "solutions").iterdir() if path.is_dir()}
    assert folders == set(exercises.units())


def test_ids_are_unique_in_the_whole_course():
    ids = [name for entries in exercises.units().values() for name in entries]
    assert [name for name in ids if ids.count(name) > 1] == []


@pytest.mark.parametrize("unit", exercises.units())
def test_a_unit_has_three_wrong_answers_that_are_not_catalogued(unit):
    free = [sample for sample in SAMPLES if sample.unit == unit and sample.wrong]
    assert len([sample for sample in free if not sample.mistake]) >= 3


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_a_sample_says_what_it_is_and_needs_nothing_of_the_course(sample):
    tree = ast.parse(sample.path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{sample} has no docstring that says what is special"
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or node.names[0].name]
    }
    assert "cnnbasics" not in names


# The engine with each exercise


def seeds(hidden):
    return (0, 1) if hidden else (0,)


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("name", EXERCISES)
def test_the_courses_own_answer_is_right(name, hidden):
    exercise = EXERCISES[name]
    for seed in seeds(hidden):
        answers = collect(exercise, exercise.answer, seed, hidden)
        assert answers.calls
        for call in answers.calls:
            call.shortcuts = ()
        verdict = judge(exercise, seed, answers, hidden)
        assert verdict.status == RIGHT, explain.as_text(verdict, reveal=True)
        assert verdict.says == exercise.success


@pytest.mark.slow
@pytest.mark.parametrize("name", EXERCISES)
def test_each_spelling_of_a_mistake_is_named_as_itself_alone(name):
    exercise = EXERCISES[name]
    found = [
        (mistake.id, number, hidden, seed, names)
        for mistake in exercise.mistakes
        for number, mistaken in enumerate(mistake.answers)
        for hidden in (False, True)
        for seed in seeds(hidden)
        if (names := names_of(exercise, mistaken, seed, hidden)) != [mistake.id]
    ]
    assert found == []


def names_of(exercise, mistaken, seed, hidden):
    """Name the mistakes in the answers of a mistake's own function."""

    def fn(*args, **kwargs):
        result = mistaken(*args, **kwargs)
        return result.copy() if isinstance(result, np.ndarray) else result

    if exercise.expected:  # the mistakes give what is observed, from inputs that are not prepared
        answers = collect(replace(exercise, prepare=None, observe=None), fn, seed, hidden)
    else:
        answers = collect(exercise, fn, seed, hidden)
    for call in answers.calls:
        call.shortcuts = ()  # it is made of the right answer
    return [name for name, _ in judge(exercise, seed, answers, hidden).mistakes]


@pytest.mark.parametrize("name", EXERCISES)
def test_odd_answers_to_an_exercise_are_wrong_and_no_accident(name):
    exercise = EXERCISES[name]
    for hidden in (False, True):
        for answers in odd_answers(len(exercise.make_cases(1, hidden))):
            verdict = judge(exercise, 1, answers, hidden)
            assert verdict.status == WRONG
            explain.as_html(verdict, reveal=True)


def test_a_check_is_quick():
    seed = 10**6  # one that nothing is known of yet
    times = []
    for exercise in EXERCISES.values():
        start = time.perf_counter()
        judge(exercise, seed, collect(exercise, exercise.answer, seed))
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.1


# Right from wrong


@pytest.fixture(scope="module")
def outcomes():
    """Return a function that checks the samples of an exercise, once."""
    with audit.workers() as pool:

        @functools.cache
        def of(name):
            own = [sample for sample in SAMPLES if sample.exercise == name]
            return list(audit.measure_all(own, SEEDS, pool))

        yield of


@pytest.mark.slow
@pytest.mark.parametrize("name", EXERCISES)
def test_wrong_answers_are_refused_and_right_ones_accepted_and_no_name_is_wrong(outcomes, name):
    assert [sentence for each in outcomes(name) for sentence in audit.faults(each)] == []


@pytest.mark.slow
def test_nearly_all_catalogued_mistakes_are_named(outcomes):
    catalogued = [each for name in EXERCISES for each in outcomes(name) if each.sample.mistake]
    named = [each for each in catalogued if each.named]
    assert len(named) >= audit.NAMED_SHARE * len(catalogued), audit.unnamed(catalogued)


@pytest.mark.slow
@pytest.mark.parametrize("name", EXERCISES)
def test_a_hidden_report_tells_no_number_of_its_case(outcomes, name):
    exercise = EXERCISES[name]
    labels = [case.label for seed in SEEDS for case in exercise.make_cases(seed, True)]
    says = [mistake.says for mistake in exercise.mistakes]
    for each in outcomes(name):
        for found in each.refusals:
            if found.check != audit.VISIBLE:
                rest = found.report.partition(".")[2]  # how many cases are wrong
                for words in sorted([*labels, *says, name], key=len, reverse=True):
                    rest = rest.replace(words, "")
                assert not re.search(r"\d", rest), (str(each.sample), rest)


# The audit


def sample_of(stem, wrong=True):
    folder = "mutants" if wrong else "alternatives"
    return audit.Sample(
        audit.TESTS / folder / "01_convolution" / "window_dot" / f"{stem}.py", wrong
    )


def outcome_of(stem, *found, wrong=True):
    return audit.Outcome(sample_of(stem, wrong), tuple(audit.Found(*each) for each in found))


VISIBLE = audit.VISIBLE


@pytest.mark.parametrize(
    ("outcome", "sentences", "named"),
    [
        (outcome_of("mean", (VISIBLE, WRONG, ("mean",)), ("hidden 1", WRONG, ("mean",))), [], True),
        (outcome_of("mean__twice", (VISIBLE, RIGHT, ()), ("hidden 1", WRONG, ("mean",))), [], True),
        (outcome_of("mean", (VISIBLE, WRONG, ()), ("hidden 1", WRONG, ("mean",))), [], False),
        (
            outcome_of("mean", (VISIBLE, WRONG, ("mean",)), ("hidden 1", RIGHT, ())),
            ["mutants/01_convolution/window_dot/mean.py is wrong, and is not refused: hidden 1."],
            True,
        ),
        (
            outcome_of("mean", (VISIBLE, WRONG, ("mean",)), ("hidden 1", NOT_ATTEMPTED, ())),
            ["mutants/01_convolution/window_dot/mean.py is wrong, and is not refused: hidden 1."],
            True,
        ),
        (
            outcome_of("mean", (VISIBLE, WRONG, ("max", "mean"))),
            ["mutants/01_convolution/window_dot/mean.py is named wrongly: max."],
            False,
        ),
        (
            outcome_of("uncatalogued__mean", (VISIBLE, WRONG, ("mean",))),
            ["mutants/01_convolution/window_dot/uncatalogued__mean.py is named wrongly: mean."],
            False,
        ),
        (outcome_of("uncatalogued__odd", (VISIBLE, RIGHT, ()), ("hidden 1", WRONG, ())), [], False),
        (
            outcome_of("loops", (VISIBLE, RIGHT, ()), ("hidden 1", RIGHT, ()), wrong=False),
            [],
            False,
        ),
        (
            outcome_of("loops", (VISIBLE, RIGHT, ()), ("hidden 1", WRONG, ()), wrong=False),
            [
                "alternatives/01_convolution/window_dot/loops.py is right, and is not accepted: "
                "hidden 1."
            ],
            False,
        ),
        (
            outcome_of("stub", (VISIBLE, NOT_ATTEMPTED, ()), wrong=False),
            [
                "alternatives/01_convolution/window_dot/stub.py is right, and is not accepted: "
                "visible."
            ],
            False,
        ),
    ],
)
def test_the_audit_says_what_is_not_as_it_should_be(outcome, sentences, named):
    assert list(audit.faults(outcome)) == sentences
    if outcome.sample.mistake:
        assert outcome.named is named
    assert outcome.accepted is (not outcome.sample.wrong and not sentences)


def test_the_audits_table_counts_each_row_and_all_of_them():
    some = [
        outcome_of("mean", (VISIBLE, WRONG, ("mean",)), ("hidden 1", WRONG, ("mean",))),
        outcome_of("max", (VISIBLE, RIGHT, ()), ("hidden 1", RIGHT, ())),
        outcome_of("uncatalogued__odd", (VISIBLE, RIGHT, ()), ("hidden 1", WRONG, ("max",))),
        outcome_of("loops", (VISIBLE, RIGHT, ()), ("hidden 1", RIGHT, ()), wrong=False),
    ]
    assert audit.counts(some) == [3, 1, 2, 2, 1, 1, 1, 1]
    head, rule, row, total = audit.table(audit.by_exercise(some)).splitlines()
    assert re.split(r" *\| *", row)[1:-1] == ["`window_dot`", *"31221111"]
    assert re.split(r" *\| *", total)[1:-1] == ["**all**", *"31221111"]
    assert len({len(line) for line in (head, rule, row, total)}) == 1
    assert audit.unnamed(some) == ["mutants/01_convolution/window_dot/max.py"]


def test_the_audits_page_is_read_as_it_was_written():
    rows = {"window_dot": list(range(8)), "relu": [30, 30, 30, 20, 19, 0, 5, 5]}
    missing = ["mutants/03_activation/relu/abs.py"]
    assert audit.kept(audit.page(rows, missing, 20)) == (rows, missing)
    assert audit.kept(audit.page(rows, [], 20)) == (rows, [])


def test_a_part_of_the_audit_renews_its_own_rows_only(tmp_path, monkeypatch):
    monkeypatch.setattr(audit, "PAGE", tmp_path / "page.md")
    missing = ["mutants/01_convolution/window_dot/sum.py", "mutants/03_activation/relu/abs.py"]
    rows = {"relu": [30, 30, 30, 20, 19, 0, 5, 5], "window_dot": [9] * 8}
    audit.PAGE.write_text(audit.page(rows, missing, 3), encoding="utf-8")
    audit.renew([outcome_of("max", (VISIBLE, WRONG, ()), ("hidden 1", WRONG, ()))], 3)
    renewed, unnamed = audit.kept(audit.PAGE.read_text(encoding="utf-8"))
    assert list(renewed) == ["window_dot", "relu"]
    assert renewed == {"window_dot": [1, 1, 1, 1, 0, 0, 0, 0], "relu": rows["relu"]}
    assert unnamed == ["mutants/01_convolution/window_dot/max.py", missing[1]]


def test_the_kept_audit_was_made_on_twenty_seeds_from_the_files_as_they_are():
    page = audit.PAGE.read_text(encoding="utf-8")
    assert f"on {audit.SEEDS} hidden\nseeds" in page
    rows, _ = audit.kept(page)
    assert list(rows) == [name for name in EXERCISES if any(s.exercise == name for s in SAMPLES)]
    for name, row in rows.items():
        own = [sample for sample in SAMPLES if sample.exercise == name]
        wrong = [sample for sample in own if sample.wrong]
        count = dict(zip(audit.COLUMNS, row, strict=True))
        assert count["wrong answers"] == len(wrong), f"{name}: run make audit"
        assert count["refused when hidden"] == len(wrong)
        assert count["right answers"] == count["accepted"] == len(own) - len(wrong)
        assert count["named wrongly"] == 0
