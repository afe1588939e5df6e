"""What counts as sure and wrong: another label, a trap, or nothing that the answers have; never too few words."""

from claimlight.grading.grade import grade
from claimlight.grading.receipt import Fate
from claimlight.ui.surety import place_text, sure_text, surely_wrong, was_sure
from grading.builders import claim, denial, figure, one_claim, work_on


def told(*marks):  # type: ignore[no-untyped-def] # the builders' own marks
    """The grade, and the ids of all marks: all of them were sure."""
    lesson = one_claim()
    work = work_on(lesson, *marks)
    return grade(lesson, work), [each.id for each in work]


def test_another_label_is_wrong_on_the_answers_card_and_on_the_marks() -> None:
    for mark in (denial(1, 4), figure(1, 4)):
        found, sure = told(mark)
        assert surely_wrong(found.items[0], sure)
        assert not surely_wrong(found.items[0], ())
    found, sure = told(denial(1, 4))
    assert found.highlights[0].fate is Fate.WRONG_LABEL
    assert surely_wrong(found.highlights[0], sure)


def test_what_is_not_in_the_answers_is_wrong_even_where_it_is_free() -> None:
    found, sure = told(claim(5, 7))
    assert found.highlights[0].fate is Fate.EXTRA
    assert surely_wrong(found.highlights[0], sure)
    assert not was_sure(found.items[0], sure), "nobody was sure of what was missed"


def test_right_in_part_is_not_wrong() -> None:
    for mark in (claim(1, 4), claim(2, 4), claim(1, 6)):
        found, sure = told(mark)
        assert was_sure(found.items[0], sure)
        assert not surely_wrong(found.items[0], sure)
        assert not surely_wrong(found.highlights[0], sure)


def test_it_is_said_in_the_place_or_in_a_line_of_its_own() -> None:
    assert (place_text(5, sure=True), place_text(5, sure=False)) == ("paragraph 5 · you were sure", "paragraph 5")
    assert sure_text() == "You were sure of this one."
