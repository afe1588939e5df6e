"""Sentences for marks that cannot be written where they should go, by code."""

from claimlight.wording import N_

EXPORT_ERRORS: dict[str, str] = {
    "export-file-no-csv": N_("{file} is no CSV file. Export it again as CSV (UTF-8), and do not open it in between."),
    "export-file-empty": N_("{file} is empty. Export it again."),
    "canvas-without-columns": N_(
        "{file} has no columns “Student” and “ID”, so it is no gradebook of Canvas. In Canvas choose Grades, Export, "
        "and use that file."
    ),
    "canvas-other-course": N_(
        "Nobody of this class is in {file}. It may be of another course: export the gradebook of this one. Nothing was "
        "written."
    ),
    "canvas-several-columns": N_(
        "{file} has several columns called “{title}”. Say which one by its whole name, with the number behind it."
    ),
    "canvas-short-row": N_("Row {row} of {file} is shorter than the others. Export the gradebook from Canvas again."),
    "moodle-without-columns": N_(
        "{file} lacks the column for names, for grades or for feedback comments. In Moodle switch on “Feedback "
        "comments” and “Offline grading worksheet” for the assignment, then download the worksheet again."
    ),
    "moodle-other-course": N_(
        "Nobody of this class is in {file}. It may be of another course: download the worksheet of this one. Nothing "
        "was written."
    ),
    "moodle-one-lesson": N_("A worksheet of Moodle is for one assignment. Choose one lesson for it."),
    "canvas-needs-file": N_(
        "Canvas takes marks in its own file only. Export the gradebook there, then say where it is (--fill FILE)."
    ),
    "export-needs-no-file": N_("Only Moodle and Canvas have a file that marks are filled into. Leave it out."),
    "export-nothing": N_("There are no marks to export yet. Collect first."),
    "lesson-not-in-class": N_("This class has no lesson “{lesson}”. There are: {titles}."),
}
