"""Who of a class marks too little, who too much: as one would find by grading each work."""

from claimlight.files.places import lessons
from claimlight.grading.grade import grade_prepared, prepare
from claimlight.grading.marking_style import Leaning, marking_style
from claimlight.work.class_changes import say_who
from claimlight.work.class_results import class_work
from claimlight.work.class_styles import class_styles, leanings
from claimlight.work.give_back import opened
from class_of_works import NAMES, a_class

STORM = lessons() / "storm-damage"


def test_each_students_style_is_that_of_their_graded_work(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 20)
    received = tuple(book.classes.received(to.students.id))
    work = class_work(book, to.students.id, received[0].lesson_hash)
    key = prepare(work.lesson)
    found = class_styles(book, to.students.id, work)
    assert [one.name for one in found] == sorted(NAMES[:20], key=str.casefold)
    by_name = {one.name: one for one in received}
    for one in found:
        checks = opened(by_name[one.name]).checks
        first, last = (grade_prepared(key, check.annotations) for check in (checks[0], checks[-1]))
        assert one.style == marking_style(last)
        assert (one.first, one.last) == (first.points, last.points)
    counts = leanings(found)
    assert sum(counts.values()) == 20
    assert counts[Leaning.OVER_MARKS] == sum(one.style.leaning is Leaning.OVER_MARKS for one in found)


def test_a_student_is_called_as_the_teacher_said(book, tmp_path):
    to = a_class(book, tmp_path / "stick", STORM, 8, listed=10)
    lesson = next(book.classes.received(to.students.id)).lesson_hash
    say_who(book, to.students.id, f"person-{NAMES[0]}", NAMES[9])
    names = [one.name for one in class_styles(book, to.students.id, class_work(book, to.students.id, lesson))]
    assert NAMES[9] in names
    assert NAMES[0] not in names
