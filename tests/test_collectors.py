"""The zips of Canvas, Moodle and Blackboard: each notebook at its student, the newest one."""

import json
import re
import stat
import subprocess
import sys
import zipfile
from os.path import relpath
from pathlib import Path

import pytest
import small_course

pytestmark = pytest.mark.slow

UNIT = small_course.UNIT
NBGRADER = str(Path(sys.executable).with_name("nbgrader"))


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = small_course.make(tmp_path_factory.mktemp("course"))
    course.release(UNIT).parent.mkdir(parents=True)
    course.release(UNIT).write_text("{}", encoding="utf-8")
    return course


class Desk:
    """Where an instructor puts archives and collects them."""

    def __init__(self, course, folder):
        self.course, self.folder, self.said = course, folder, ""

    def zip(self, name, entries, hour=10):
        """Pack an archive; each notebook holds its own name, so that it can be told apart."""
        path = self.folder / "downloaded" / UNIT / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w") as archive:
            for entry in entries:
                info = zipfile.ZipInfo(entry, (2026, 11, 28, hour, 0, 0))
                archive.writestr(info, json.dumps(f"{name}: {entry}"))
        return path

    def collect(self, collector, *options, status=0):
        """Run `nbgrader zip_collect`, and return what each student has by file name."""
        # nbgrader takes it from the course's folder on.
        downloaded = relpath(self.folder / "downloaded", self.course.root)
        done = subprocess.run(
            [
                NBGRADER,
                "zip_collect",
                UNIT,
                f"--collector=autograder.collectors.{collector}",
                f"--CourseDirectory.submitted_directory={self.folder}/submitted",
                f"--ZipCollectApp.downloaded_directory={downloaded}",
                *options,
            ],
            cwd=self.course.root,
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = done.stderr
        assert done.returncode == status, done.stderr
        return {
            f"{path.parent.parent.name}/{path.name}": json.loads(path.read_text("utf-8"))
            for path in self.folder.glob(f"submitted/*/{UNIT}/*.ipynb")
        }

    def stamp(self, student):
        return (self.folder / "submitted" / student / UNIT / "timestamp.txt").read_text("utf-8")


@pytest.fixture
def desk(course, tmp_path):
    return Desk(course, tmp_path)


def test_canvas_students_are_known_by_canvas_own_number(desk):
    entries = [
        f"lovelaceada_4217_99311_{UNIT}.ipynb",
        f"lovelaceada_4218_99312_{UNIT}.ipynb",
        f"nuñezángströmzoë_LATE_4219_99313_{UNIT}-2.ipynb",
        f"obrienmiles_4220_99314_{UNIT} (1).ipynb",
        "smith2_4221_99315_My homework, final.ipynb",
        "smith2_4221_99316_notes.txt",
        f"anon_xK3pQ_99317_{UNIT}.ipynb",
    ]
    desk.zip("submissions.zip", entries)
    assert desk.collect("CanvasCollector") == {
        f"4217/{UNIT}.ipynb": f"submissions.zip: {entries[0]}",
        f"4218/{UNIT}.ipynb": f"submissions.zip: {entries[1]}",
        f"4219/{UNIT}.ipynb": f"submissions.zip: {entries[2]}",
        f"4220/{UNIT}.ipynb": f"submissions.zip: {entries[3]}",
        "4221/My homework, final.ipynb": f"submissions.zip: {entries[4]}",
    }
    assert "graded anonymously" in desk.said
    assert "notes.txt in submissions.zip is no notebook" in desk.said


def test_of_a_canvas_student_s_two_attempts_the_newest_counts_whole(desk):
    desk.zip("a.zip", [f"ada_4217_99402_{UNIT}-1.ipynb", "bob_4218_99311_final.ipynb"])
    # The older download lies in the archive that comes last by name.
    desk.zip("b.zip", [f"ada_4217_99301_{UNIT}.ipynb", "ada_4217_99302_other.ipynb"])
    desk.zip("c.zip", [f"bob_4218_99300_{UNIT}.ipynb"])
    assert desk.collect("CanvasCollector") == {
        f"4217/{UNIT}.ipynb": f"a.zip: ada_4217_99402_{UNIT}-1.ipynb",
        "4218/final.ipynb": "a.zip: bob_4218_99311_final.ipynb",
    }
    assert f"bob_4218_99300_{UNIT}.ipynb is older than bob_4218_99311_final.ipynb" in desk.said


def test_nobody_hands_in_as_another_by_a_name_of_their_own_choice(desk):
    honest = f"victim_1001_99310_{UNIT}.ipynb"
    desk.zip(
        "submissions.zip",
        [
            honest,
            f"evil_1001_4217_99311_{UNIT}.ipynb",
            "evil_1001_4217_99312_final.ipynb",
            f"evil_4217_99313_1001_99999_{UNIT}.ipynb",
            f"folder/evil_1001_99999_{UNIT}.ipynb",
            "evil_4217_99314_data.zip",
        ],
    )
    assert desk.collect("CanvasCollector") == {f"1001/{UNIT}.ipynb": f"submissions.zip: {honest}"}
    assert desk.said.count("or a student whose name has a number?") == 3
    assert "is an archive itself. Ask for the notebook." in desk.said


WORKSHEET = """\
Identifier,Full name,Email address,Status,Grade
Participant 501,Ada Lovelace,ada@example.org,Submitted,
Participant 502,Ada Lovelace,ada2@example.org,Submitted,
Participant 503,Zoë Nuñez-Ångström,zoe@example.org,Submitted,
"""


def test_moodle_students_are_known_by_the_worksheet(desk):
    names = {
        "ada@example.org": f"Ada Lovelace_501_assignsubmission_file_/{UNIT}.ipynb",
        "ada2@example.org": f"Ada Lovelace_502_assignsubmission_file_/{UNIT}.ipynb",
        # Older ones have no folders.
        "zoe@example.org": f"Zoë Nuñez-Ångström_503_assignsubmission_file_{UNIT}.ipynb",
    }
    unknown = f"Eve_504_assignsubmission_file_/{UNIT}.ipynb"
    desk.zip("CNN-Unit 1-77.zip", [*names.values(), unknown])
    worksheet = desk.folder / "worksheet.csv"
    worksheet.write_text(WORKSHEET, encoding="utf-8")
    assert desk.collect("MoodleCollector", f"--MoodleCollector.worksheet={worksheet}") == {
        f"{student}/{UNIT}.ipynb": f"CNN-Unit 1-77.zip: {name}" for student, name in names.items()
    }
    assert "There is no participant 504 in" in desk.said
    option = "--MoodleCollector.identified_by=Matrikel"
    desk.collect(
        "MoodleCollector", f"--MoodleCollector.worksheet={worksheet}", option, "-f", status=1
    )
    assert "has no column `Matrikel`, but ['Identifier', 'Full name'" in desk.said


def test_without_the_worksheet_moodle_students_of_one_name_are_left_out(desk):
    desk.zip(
        "all.zip",
        [
            f"Ada Lovelace_501_assignsubmission_file_/{UNIT}.ipynb",
            f"Ada Lovelace_502_assignsubmission_file_/{UNIT}.ipynb",
            f"Miles O'Brien_503_assignsubmission_file_/deep/{UNIT}(1).ipynb",
            "Miles O'Brien_503_assignsubmission_onlinetext_/onlinetext.html",
        ],
    )
    assert list(desk.collect("MoodleCollector")) == [f"Miles O'Brien/{UNIT}.ipynb"]
    assert "2 students are called `Ada Lovelace`. Download the grading worksheet" in desk.said


def test_a_folder_that_a_moodle_student_handed_in_tells_nothing(desk):
    inner = f"Ada_7_assignsubmission_file_/{UNIT}.ipynb"
    desk.zip("all.zip", [f"Eve_504_assignsubmission_file_/{inner}", f"x/y/{inner}"])
    assert list(desk.collect("MoodleCollector")) == [f"Eve/{UNIT}.ipynb"]


def test_of_a_moodle_student_s_two_downloads_the_newest_counts(desk):
    name = f"Ada Lovelace_501_assignsubmission_file_/{UNIT}.ipynb"
    desk.zip("a.zip", [name], hour=12)
    desk.zip("b.zip", [name, "Ada Lovelace_501_assignsubmission_file_/more.ipynb"], hour=11)
    assert desk.collect("MoodleCollector") == {f"Ada Lovelace/{UNIT}.ipynb": f"a.zip: {name}"}


def test_blackboard_students_are_known_by_the_user_name_and_the_newest_attempt_counts(desk):
    old = f"{UNIT}_van_gogh_attempt_2026-11-28-09-00-00_{UNIT}.ipynb"
    new = f"{UNIT}_van_gogh_attempt_2026-11-28-10-00-00_Mine, at last.ipynb"
    other = f"{UNIT}_zoë.o'brien@example.org_Versuch_2026-11-27-23-59-59_{UNIT}.ipynb"
    desk.zip("gradebook.zip", [new, old, other, f"{UNIT}_van_gogh_attempt_2026-11-28-10-00-00.txt"])
    assert desk.collect("BlackboardCollector", "--BlackboardCollector.timezone=Europe/Berlin") == {
        "van_gogh/Mine, at last.ipynb": f"gradebook.zip: {new}",
        f"zoë.o'brien@example.org/{UNIT}.ipynb": f"gradebook.zip: {other}",
    }
    assert desk.stamp("van_gogh") == "2026-11-28 09:00:00"


def test_a_blackboard_title_that_is_not_the_unit_s_name_has_to_be_told(desk):
    name = f"Unit 1_van_gogh_attempt_2026-11-28-09-00-00_{UNIT}.ipynb"
    desk.zip("gradebook.zip", [name])
    assert desk.collect("BlackboardCollector") == {}
    assert "--BlackboardCollector.title='Unit 1'" in desk.said
    option = "--BlackboardCollector.title=Unit 1"
    assert list(desk.collect("BlackboardCollector", option, "--force")) == [
        f"van_gogh/{UNIT}.ipynb"
    ]


def test_names_in_utf_8_that_are_not_said_to_be_are_read(desk):
    path = desk.zip("all.zip", [f"Zo??_501_assignsubmission_file_/{UNIT}.ipynb"])
    # In the names, and not in what is packed.
    data = re.sub(rb"(?<!: )Zo\?\?", "Zoë".encode(), path.read_bytes())
    path.write_bytes(data)
    assert list(desk.collect("MoodleCollector")) == [f"Zoë/{UNIT}.ipynb"]


def test_nothing_is_unpacked_or_collected_outside_of_its_folder(desk):
    desk.zip(
        "all.zip", [f"../../../../{UNIT}.ipynb", f".._501_assignsubmission_file_/{UNIT}.ipynb"]
    )
    assert desk.collect("MoodleCollector") == {}
    assert "would land outside of its folder" in desk.said
    assert "`..` can be nobody's folder" in desk.said
    found = {path.relative_to(desk.folder).parts[0] for path in desk.folder.rglob("*.ipynb")}
    assert found == {"downloaded"}


def test_what_a_zip_can_do_harm_with_costs_its_own_student_alone(desk):
    """A link, a bomb, a password, a time that there is none of, a file where a folder was."""
    path = desk.zip("all.zip", [f"fine_1_901_{UNIT}.ipynb"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        link = zipfile.ZipInfo(f"link_2_902_{UNIT}.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr(f"bomb_3_903_{UNIT}.ipynb", bytes(2**23))
        timeless = zipfile.ZipInfo(f"timeless_4_904_{UNIT}.ipynb")
        archive.writestr(timeless, '"timeless"')
        timeless.date_time = (1980, 0, 0, 0, 0, 0)
        locked = zipfile.ZipInfo(f"locked_5_905_{UNIT}.ipynb")
        archive.writestr(locked, '"locked"')
        locked.flag_bits |= 1
        archive.writestr(f"long{'x' * 300}_6_906_{UNIT}.ipynb", '"long"')
        archive.writestr(f"fine_1_901_{UNIT}.ipynb/x_7_907_{UNIT}.ipynb", '"in a file"')
        archive.writestr(f"C:\\x_8_908_{UNIT}.ipynb", '"on Windows"')
    path.with_name("broken.zip").write_bytes(b"PK\x03\x04 and no more")
    assert desk.collect("CanvasCollector") == {
        f"1/{UNIT}.ipynb": f"all.zip: fine_1_901_{UNIT}.ipynb",
        f"4/{UNIT}.ipynb": "timeless",
        f"8/{UNIT}.ipynb": "on Windows",
    }
    for why in (
        "is a link, and links are not followed",
        "was packed from 8,388,608 bytes to",
        "is encrypted",
        "File name too long",
        "cannot be read: [Errno",
        "broken.zip is no zip, or damaged",
    ):
        assert why in desk.said, why
    assert not list(desk.folder.rglob("link_*.ipynb"))


@pytest.mark.parametrize(
    "who", ["Miles O'Brien", "Davis, Jr", "=1+1", "محمد علي", "Anne Marie  van", 'Sam "S" X']
)
def test_a_name_of_any_kind_is_a_folder_and_the_grader_finds_it(desk, who):
    desk.zip("all.zip", [f"{who}_501_assignsubmission_file_/{UNIT}.ipynb"])
    assert list(desk.collect("MoodleCollector")) == [f"{who}/{UNIT}.ipynb"]


def test_a_file_that_was_put_there_by_hand_is_collected_too(desk):
    path = desk.zip("x.zip", []).with_name(f"ada_4217_99311_{UNIT}.ipynb")
    path.write_text('"by hand"', encoding="utf-8")
    assert desk.collect("CanvasCollector") == {f"4217/{UNIT}.ipynb": "by hand"}
