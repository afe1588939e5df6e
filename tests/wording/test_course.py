"""The titles of our own course can be said in other languages; those of others stay."""

from claimlight.files.course_file import read_course
from claimlight.files.places import lessons
from claimlight.wording.course import TITLES, course_title


def test_every_title_of_our_course_is_known_to_the_catalogues():
    course = read_course(lessons())
    assert course is not None
    assert {group.title for group in course.groups} == set(TITLES)


def test_somebody_elses_title_stays():
    assert course_title("Periodismo I") == "Periodismo I"
    assert course_title("In other languages") == "In other languages"
