"""Marks for Canvas, Moodle and Blackboard: every mark at its student, and nothing else."""

import csv
import datetime
import io
import logging

import pytest
from nbgrader.api import Gradebook
from traitlets.config import Config

from autograder.exports import BlackboardExporter, CanvasExporter, MoodleExporter
from autograder.tools import address_of, open_gradebook, quiet

UNIT, OTHER = "01_convolution", "02_conv_layer"
EXPORTERS = [CanvasExporter, MoodleExporter, BlackboardExporter]
KEYS = {CanvasExporter: "ID", MoodleExporter: "ID number", BlackboardExporter: "Username"}

# By id: first name, last name, marks of the first unit; None where nothing was handed in.
STUDENTS = {
    "11": ("Zoë", "Nuñez-Ångström", 7.5),
    "12": ("Miles", "O'Brien", 0.0),
    "13": ("Ada", "Lovelace", 10.0),
    "14": ("Ada", "Lovelace", 2.0),
    "15": ("Sammy", 'Davis, "Jr."', 4.25),
    "16": ("=HYPERLINK(A1)", "+1", 1.0),
    "17": ("志明", "王", 3.0),
    "18": ("Nobody", "Came", None),
    "19": ("@SUM(A1)", "-2", 5.0),
    "20": ("محمد", "علي", 6.0),
}


@pytest.fixture
def book(tmp_path):
    """A gradebook of two units, with the marks above in the first."""
    with quiet(), Gradebook(open_gradebook(address_of(tmp_path / "gradebook.db")), "") as book:
        for unit in (UNIT, OTHER):
            book.add_assignment(unit)
            book.add_notebook(unit, unit)
            book.add_solution_cell("correlate2d", unit, unit)
            for name, points in {"correlate2d-visible": 6, "correlate2d-hidden": 4}.items():
                book.add_grade_cell(name, unit, unit, max_score=points, cell_type="code")
        for name, (first, last, marks) in STUDENTS.items():
            book.add_student(name, first_name=first, last_name=last, email=f"{name}@example.org")
            if marks is not None:
                hand_in(book, name, marks)
        yield book


def hand_in(book, student, marks, unit=UNIT):
    """Record a submission: all marks at one check."""
    book.update_or_create_submission(unit, student)
    for name in ("correlate2d-visible", "correlate2d-hidden"):
        grade = book.find_grade(name, unit, unit, student)
        grade.auto_score = marks if name.endswith("visible") else 0.0
        grade.needs_manual_grade = False
    book.db.commit()


def export(book, kind, tmp_path, units=(UNIT,), **options):
    """Export, and give the rows that the system reads."""
    to = tmp_path / "out.csv"
    settings = {"to": str(to), "assignment": list(units), "identified_by": KEYS[kind]} | options
    kind(config=Config({kind.__name__: settings})).export(book)
    return read(to, kind.encoding)


def read(path, encoding="utf-8"):
    return list(csv.reader(io.StringIO(path.read_bytes().decode(encoding), newline="")))


def by(rows, column):
    """Give the rows by what stands in a column, without those that have nothing there."""
    header = rows[0]
    return {row[header.index(column)]: dict(zip(header, row, strict=True)) for row in rows[1:]}


@pytest.mark.parametrize("kind", EXPORTERS)
def test_every_mark_is_at_its_student_and_who_handed_in_nothing_has_none(book, kind, tmp_path):
    rows = by(export(book, kind, tmp_path), KEYS[kind])
    got = {name: rows[name][UNIT] for name in STUDENTS}
    expected = ("7.5", "0", "10", "2", "4.25", "1", "3", "", "5", "6")
    assert got == dict(zip(STUDENTS, expected, strict=True))


@pytest.mark.parametrize("kind", EXPORTERS)
def test_no_cell_is_a_formula_to_a_spreadsheet(book, kind, tmp_path):
    book.find_submission_notebook(UNIT, UNIT, "13").comments[0].manual_comment = "=1+1"
    book.db.commit()
    cells = [cell for row in export(book, kind, tmp_path) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert any("HYPERLINK" in cell for cell in cells)


def test_canvas_gets_its_columns_in_its_order_and_a_row_of_points(book, tmp_path):
    header, points, *rows = export(book, CanvasExporter, tmp_path, [UNIT, OTHER])
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", UNIT, OTHER]
    assert points == ["    Points Possible", "", "", "", "", "10", "10"]
    names = {row[1]: row[0] for row in rows}
    assert names["11"] == "Nuñez-Ångström, Zoë"
    assert names["15"] == 'Davis, "Jr.", Sammy'
    assert names["13"] == names["14"] == "Lovelace, Ada"
    assert not (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_canvas_is_told_which_of_its_ids_the_students_have(book, tmp_path, caplog):
    book.add_student("ada")
    with pytest.raises(SystemExit):
        export(book, CanvasExporter, tmp_path)
    assert "called `ada`. If that is the login: --CanvasExporter.identified_by=" in caplog.text
    rows = by(export(book, CanvasExporter, tmp_path, identified_by="SIS Login ID"), "SIS Login ID")
    assert rows["13"] == rows["13"] | {UNIT: "10", "ID": ""}


def test_moodle_is_told_what_the_students_ids_are(book, tmp_path, caplog):
    with pytest.raises(SystemExit):
        export(book, MoodleExporter, tmp_path, identified_by="Email address")
    assert "If that is the user name: --MoodleExporter.identified_by=Username" in caplog.text
    for name in list(STUDENTS):
        book.remove_student(name)
    book.add_student("ada@example.org")
    hand_in(book, "ada@example.org", 9.0)
    rows = export(book, MoodleExporter, tmp_path, identified_by="Email address")
    assert by(rows, "Email address")["ada@example.org"][UNIT] == "9"


def test_moodle_gets_what_it_finds_a_student_by_a_mark_and_the_comments(book, tmp_path):
    comment = book.find_submission_notebook(UNIT, UNIT, "13").comments[0]
    comment.manual_comment = "Well done, Ada: “all” of it."
    # What nobody wrote is no comment.
    book.find_submission_notebook(UNIT, UNIT, "14").comments[0].auto_comment = "No response."
    book.db.commit()
    rows = export(book, MoodleExporter, tmp_path, identified_by="Username")
    assert rows[0][:5] == ["First name", "Last name", "ID number", "Username", "Email address"]
    ada = by(rows, "Username")["13"]
    assert ada["Email address"] == "13@example.org"
    assert ada[f"{UNIT} (feedback)"] == "correlate2d: Well done, Ada: “all” of it."
    assert by(rows, "Username")["14"][f"{UNIT} (feedback)"] == ""


def test_blackboard_gets_quotes_a_byte_order_mark_and_comments_as_html(book, tmp_path):
    book.find_submission_notebook(UNIT, UNIT, "13").comments[0].manual_comment = "a < b\nb > c"
    book.db.commit()
    rows = export(book, BlackboardExporter, tmp_path)
    text = (tmp_path / "out.csv").read_bytes()
    assert text.startswith(b'\xef\xbb\xbf"Last Name","First Name","Username","Student ID","01_')
    ada = by(rows, "Username")["13"]
    assert ada["Feedback to Learner"] == "correlate2d: a &lt; b<br>b &gt; c"
    assert ada["Feedback Format"] == "HTML"
    both = export(book, BlackboardExporter, tmp_path, [UNIT, OTHER])
    assert both[0][-2:] == [UNIT, OTHER]


@pytest.mark.parametrize("kind", EXPORTERS)
def test_of_two_submissions_the_last_counts(book, kind, tmp_path):
    hand_in(book, "13", 3.0)
    assert by(export(book, kind, tmp_path), KEYS[kind])["13"][UNIT] == "3"


@pytest.mark.parametrize("kind", EXPORTERS)
def test_a_mark_by_hand_counts_and_so_does_lateness(book, kind, tmp_path):
    grade = book.find_grade("correlate2d-hidden", UNIT, UNIT, "13")
    grade.manual_score, grade.extra_credit = 3.0, 0.125
    book.find_submission_notebook(UNIT, UNIT, "13").late_submission_penalty = 2
    book.update_or_create_submission(UNIT, "13", timestamp=datetime.datetime(2026, 3, 1))
    book.db.commit()
    assert by(export(book, kind, tmp_path), KEYS[kind])["13"][UNIT] == "11.12"


@pytest.mark.parametrize("kind", EXPORTERS)
def test_what_waits_for_a_mark_has_no_zero_and_is_told(book, kind, tmp_path, caplog):
    book.find_grade("correlate2d-hidden", UNIT, UNIT, "13").auto_score = None
    book.db.commit()
    with pytest.raises(SystemExit) as stop:
        export(book, kind, tmp_path)
    assert stop.value.code == 1
    assert f"`13` of {UNIT} has no mark yet" in caplog.text
    rows = by(read(tmp_path / "out.csv", kind.encoding), KEYS[kind])
    assert (rows["13"][UNIT], rows["14"][UNIT]) == ("", "2")


@pytest.mark.parametrize("kind", EXPORTERS)
def test_who_handed_in_nothing_can_be_given_a_zero(book, kind, tmp_path):
    rows = by(export(book, kind, tmp_path, missing="0"), KEYS[kind])
    assert (rows["18"][UNIT], rows["14"][UNIT]) == ("0", "2")


@pytest.mark.parametrize("kind", EXPORTERS)
def test_an_id_that_is_a_formula_is_left_out_and_told(book, kind, tmp_path, caplog):
    book.add_student("=2")
    hand_in(book, "=2", 4.0)
    option = "SIS Login ID" if kind is CanvasExporter else KEYS[kind]
    with pytest.raises(SystemExit):
        export(book, kind, tmp_path, identified_by=option)
    assert "`=2` is not in the table: a spreadsheet would take" in caplog.text
    rows = by(read(tmp_path / "out.csv", kind.encoding), option)
    assert "=2" not in rows
    assert rows["14"][UNIT] == "2"


# With the gradebook that the system gives.

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Unit 0 (70),01_convolution (71),Current Score
,,,,,Manual Posting,,
    Points Possible,,,,,5,10,(read only)
"Lovelace, Ada",13,S1,ada,CNN 1,4,,80
"=cmd(), Ada",14,S2,ada2,"CNN 1 and CNN 2",,1,
"Came, Nobody",18,S3,nobody,CNN 1,,6.5,
"Student, Test",99,,x99,CNN 1,,,
"""
MOODLE = """\
First name,Last name,ID number,Institution,Email address,Assignment: 01_convolution (Real),Total
Ada,Lovelace,13,,ada@example.org,-,-
Ada,Lovelace,14,,ada2@example.org,1.00,1.00
Nobody,Came,18,,nobody@example.org,6.5,-
Test,Student,99,,x99@example.org,,-
"""
BLACKBOARD = """\
"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Last Access"\t\
"01_convolution [Total Pts: 10 Score] |71"
"Lovelace"\t"Ada"\t"ADA"\t"13"\t"2026"\t""
"Lovelace"\t"Ada"\t"ada2"\t"14"\t"2026"\t"1"
"Came"\t"Nobody"\t"nobody"\t"18"\t"2026"\t"6.5"
"Student"\t"Test"\t"x99"\t"99"\t""\t""
"""
DOWNLOADS = [
    (CanvasExporter, CANVAS, "utf-8", "ID", "01_convolution (71)"),
    (MoodleExporter, MOODLE, "utf-8", "ID number", "Assignment: 01_convolution (Real)"),
    (
        BlackboardExporter,
        BLACKBOARD,
        "utf-16",
        "Student ID",
        "01_convolution [Total Pts: 10 Score] |71",
    ),
]
with_download = pytest.mark.parametrize(
    ("kind", "text", "encoding", "key", "column"),
    DOWNLOADS,
    ids=lambda value: getattr(value, "system", ""),
)


@with_download
def test_the_system_s_own_gradebook_gives_the_rows_the_ids_and_the_columns(
    book, kind, text, encoding, key, column, tmp_path, caplog
):
    roster = tmp_path / "downloaded"
    roster.write_text(text, encoding=encoding)
    with pytest.raises(SystemExit):
        export(book, kind, tmp_path, roster=str(roster), identified_by=key)
    rows = by(read(tmp_path / "out.csv", kind.encoding), key)
    # A mark that only the system has stays; the others are told of.
    expected = {"13": "10", "14": "2", "18": "6.5", "99": ""}
    assert {name: rows[name][column] for name in expected} == expected
    assert f"`17` is not in {roster}, in the column `{key}`" in caplog.text
    assert "`18` is not in" not in caplog.text
    assert not {"Current Score", "Total", "Last Access", "Unit 0 (70)"} & set(rows["13"])
    if kind is CanvasExporter:
        assert rows["13"]["SIS Login ID"] == "ada"
        assert rows["14"]["Student"] == "'=cmd(), Ada"
        assert rows[""]["Student"] == "    Points Possible"


def test_user_names_are_found_in_any_case(book, tmp_path):
    roster = tmp_path / "downloaded.xls"
    roster.write_text(BLACKBOARD, encoding="utf-16")
    book.add_student("ada")
    hand_in(book, "ada", 9.0)
    rows = export(book, BlackboardExporter, tmp_path, roster=str(roster), student=["ada"])
    assert by(rows, "Username")["ADA"]["01_convolution [Total Pts: 10 Score] |71"] == "9"


def test_a_column_of_another_name_is_found_and_other_points_are_told(book, tmp_path, caplog):
    roster = tmp_path / "downloaded.csv"
    roster.write_text(CANVAS, encoding="utf-8-sig")
    options = {"roster": str(roster), "columns": {UNIT: "Unit 0"}, "student": ["13"]}
    caplog.set_level(logging.WARNING)
    rows = export(book, CanvasExporter, tmp_path, **options)
    assert by(rows, "ID")["13"]["Unit 0 (70)"] == "10"
    assert f"Canvas gives 5 points for {UNIT}, and the unit has 10" in caplog.text


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"roster": "nowhere.csv"}, "nowhere.csv cannot be read"),
        ({"identified_by": "Matrikel"}, "has no column `Matrikel`, but ['Student', 'ID'"),
        ({"columns": {UNIT: "Unit 7"}}, "has no column `Unit 7`, but ["),
        ({"assignment": ["07"]}, "There is no unit `07` in the gradebook. There are: ["),
        ({"student": ["eve"]}, "There is no student `eve` in the gradebook."),
    ],
)
def test_what_does_not_fit_is_said_with_what_there_is(book, options, says, tmp_path, caplog):
    roster = tmp_path / "downloaded.csv"
    roster.write_text(CANVAS, encoding="utf-8")
    with pytest.raises(SystemExit):
        export(book, CanvasExporter, tmp_path, **{"roster": str(roster)} | options)
    assert says in caplog.text
    assert not (tmp_path / "out.csv").exists()
