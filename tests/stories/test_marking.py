"""Marking the words of an article, by mouse and by keys."""

from robots import Student

UP_TO_900 = "up to 900 homes"
BOATS = "about 50 boats"


def test_selecting_words_and_pressing_a_key_marks_them(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights(UP_TO_900, as_="unverified-figure")
    assert student.marked() == student.kept() == student.painted() == [("unverified-figure", UP_TO_900)]
    assert student.list_rows() == (f"Unverified figure, {UP_TO_900}, paragraph 2",)
    assert student.heard_last() == "Unverified figure, 4 words, paragraph 2"
    assert student.sees("All changes saved")
