"""How nbgrader releases and grades this course; `autograder` and `nbgrader` both read it."""

from pathlib import Path

from autograder import feedback_page, outside
from autograder.release_form import ReleaseForm

here = Path(__file__).resolve().parent
classroom = here / "autograder" / "classroom"

c = get_config()  # noqa: F821  nbgrader defines it when it reads this file

c.CourseDirectory.course_id = "cnn-basics"
c.CourseDirectory.root = str(here)
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.submitted_directory = "autograder/classroom/submitted"
c.CourseDirectory.autograded_directory = "autograder/classroom/autograded"
c.CourseDirectory.feedback_directory = "autograder/classroom/feedback"
c.CourseDirectory.db_url = f"sqlite:///{(classroom / 'gradebook.db').as_posix()}"

# What Canvas, Moodle or Blackboard gives is put into downloaded/UNIT/archive/: docs/grading.md.
c.ZipCollectApp.downloaded_directory = "autograder/classroom/downloaded"
c.ZipCollectApp.extractor_plugin = "autograder.collectors.NotebookExtractor"

# SQLite makes the file of a database, not its folder.
classroom.mkdir(parents=True, exist_ok=True)

# A stub has no body but its docstring: a check then says "not attempted", not "wrong".
c.ClearSolutions.code_stub = {"python": "# Write your code here."}
c.GenerateAssignment.preprocessors.append(ReleaseForm)

# nbgrader gives no marks to a check that wrote to stderr, and a right answer may warn.
# TensorFlow writes there when it is imported. The pattern matches a bare newline too.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = r"[\s\S]"

# A check that was deleted still counts.
c.OverwriteCells.add_missing_cells = True

# Cells run in a sandbox, and what they answer is judged outside of it. Without a sandbox, which is
# a risk: nbgrader autograde --JudgeOutside.kernel_name=python3 ...
outside.use(c, here)

# What students get back begins with what they can learn from.
feedback_page.use(c)

# Seconds for one cell: some train a network.
c.JudgeOutside.timeout = 120
c.Execute.timeout = 120

# Seconds from a cell's end to its last output: the usual 4 are too few on a busy machine, and
# nbgrader then gives up the whole notebook.
c.Execute.iopub_timeout = 60

# The kernel's own log is not the submission's: only its errors matter here.
c.Execute.extra_arguments = ["--IPKernelApp.log_level=ERROR"]
