"""Read the order of a folder of lessons from the `course.toml` in it."""

from pathlib import Path

from claimlight.core.course import Course, CourseGroup
from claimlight.core.errors import LessonError
from claimlight.files.fields import Fields
from claimlight.files.reading import parse_toml, read_bytes

NAME = "course.toml"
FORMAT = 1


def read_course(folder: Path) -> Course | None:
    """The course that the lessons in `folder` are; None where nobody has said. Raises LessonError."""
    path = folder / NAME
    return course_from_toml(read_bytes(path)) if path.exists() else None


def course_from_toml(raw: bytes, file: str = NAME) -> Course:
    """The course in `raw`. Raises LessonError naming what is missing or wrong."""
    fields = Fields(parse_toml(raw, file), file)
    if fields.whole("format") != FORMAT:
        raise LessonError("course-format", file=file, format=fields.whole("format"))
    course = Course(
        title=fields.text("title"),
        groups=tuple(CourseGroup(each.text("title"), each.texts("lessons")) for each in fields.tables("groups")),
    )
    slugs = course.lessons
    if twice := next((slug for slug in slugs if slugs.count(slug) > 1), None):
        raise LessonError("course-lesson-twice", file=file, lesson=twice)
    return course
