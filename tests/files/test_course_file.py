"""The order of a folder of lessons, as its `course.toml` says it."""

import tomllib
from pathlib import Path

import pytest

from claimlight.core.course import Course, CourseGroup
from claimlight.core.errors import LessonError
from claimlight.files.course_file import course_from_toml, read_course
from claimlight.files.places import lessons
from claimlight.wording.errors import say

COURSE = """format = 1
title = "Water"

[[groups]]
title = "First"
lessons = ["bridge", "fares"]

[[groups]]
title = "Then"
lessons = ["storm"]
"""


def test_lessons_stand_in_the_order_of_the_file() -> None:
    course = course_from_toml(COURSE.encode())
    assert course == Course("Water", (CourseGroup("First", ("bridge", "fares")), CourseGroup("Then", ("storm",))))
    assert [course.place(slug) for slug in ("bridge", "fares", "storm", "mine")] == [0, 1, 2, None]
    assert [course.group(slug) for slug in ("fares", "storm", "mine")] == ["First", "Then", ""]


def test_a_folder_without_the_file_is_no_course(tmp_path: Path) -> None:
    assert read_course(tmp_path) is None
    (tmp_path / "course.toml").write_text(COURSE, encoding="utf-8")
    assert read_course(tmp_path) == course_from_toml(COURSE.encode())


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (COURSE.replace("format = 1", "format = 2"), "course-format"),
        (COURSE.replace("storm", "fares"), "course-lesson-twice"),
        (COURSE.replace('title = "Then"', ""), "field-missing"),
        ("format = ", "broken-toml"),
    ],
)
def test_a_wrong_one_is_refused_in_words(wrong: str, code: str) -> None:
    with pytest.raises(LessonError) as raised:
        course_from_toml(wrong.encode())
    assert raised.value.code == code
    assert "course.toml" in say(raised.value)


def test_the_course_that_comes_along_holds_each_lesson_once() -> None:
    course = read_course(lessons())
    assert course is not None
    sheets = [tomllib.loads(sheet.read_text(encoding="utf-8")) for sheet in sorted(lessons().glob("*/lesson.toml"))]
    assert sorted(course.lessons) == sorted(sheet["slug"] for sheet in sheets)
    first, forms, others = course.groups
    assert len(first.lessons) == 12
    assert {sheet["slug"] for sheet in sheets if sheet.get("form_of")} == set(forms.lessons)
    assert {sheet["slug"] for sheet in sheets if sheet["language"] != "en"} == set(others.lessons)
