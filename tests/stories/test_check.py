"""From *Check my work* to the last card, and what is left when the answers are out."""

import re
from fractions import Fraction

import pytest

from claimlight.core.article import Span
from claimlight.grading.receipt import Grade
from claimlight.ui.ledger_list import LedgerView
from claimlight.ui.points import PointsView
from claimlight.ui.review_card import ReviewDock
from claimlight.ui.shelf import Shelf
from robot_eyes import everything_said
from robots import Student

FRACTIONS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5),
    "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5),
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}


PART, WHOLE = "had not cut back the", "the company had not cut back the trees for three years"


def points_in(words: str) -> Fraction:
    """ "−1½" as a number."""
    sign = -1 if words.startswith("−") else 1
    body = words.lstrip("−+")
    vulgar = FRACTIONS.get(body[-1:], Fraction(0))
    whole = body[:-1] if vulgar else body
    return sign * (Fraction(whole or "0") + vulgar)


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("storm-damage")
    return student


def marks_some(reader: Student) -> None:
    """A whole answer, a part of one, wrong labels, a well-sourced number, and twice where nothing belongs."""
    reader.highlights("up to 900 homes", as_="unverified-figure")
    reader.highlights("the siren had been late", as_="claim")
    reader.highlights(PART, as_="claim")
    reader.highlights("about 50 boats", as_="claim")
    reader.highlights("a gust of 131 kilometres an hour", as_="unverified-figure")
    reader.highlights("A row of masts stuck out of the grey water", as_="claim")
    reader.highlights("people stood in their doorways", as_="claim")


def grade_of(reader: Student) -> Grade:
    grade = reader.session.grade()
    assert grade is not None
    return grade


def test_a_check_with_fewer_than_three_asks_first(reader: Student) -> None:
    reader.highlights("up to 900 homes", as_="unverified-figure")
    reader.checks()
    assert reader.sees("Check already?")
    reader.clicks("Keep reading")
    assert not reader.sees("Check already?")
    assert not reader.session.closed
    assert reader.page.hasFocus()
    assert reader.session.checks_left == 2
    says_that_is_all(reader)
    assert not reader.session.closed
    assert not reader.room.panes.still_hidden.isVisible(), "so few highlights get no hints"
    says_that_is_all(reader)
    assert reader.session.closed
    assert reader.all(ReviewDock)


def says_that_is_all(reader: Student) -> None:
    reader.checks_once()
    reader.clicks("That is all I found")


def test_the_question_is_answered_by_keyboard(reader: Student) -> None:
    reader.checks_once()
    assert reader.hears("Check already?"), "it is said to whoever does not see it"
    assert reader.focused() is reader.button("Keep reading")
    reader.presses("Tab", "Return")
    assert reader.session.checks_left == 1


def test_three_highlights_are_checked_without_a_question(reader: Student) -> None:
    marks_some(reader)
    reader.clicks("Check my work")
    assert not reader.sees("Check already?")
    assert reader.sees("1 check left")
    reader.clicks("Check for the last time")
    assert reader.session.closed


def test_the_points_on_screen_add_up_to_the_score(reader: Student) -> None:
    marks_some(reader)
    reader.checks()
    listed = listed_points(reader)
    assert sum(listed) == grade_of(reader).points
    assert any(points < 0 for points in listed)
    assert total_on_screen(reader) == (grade_of(reader).points, grade_of(reader).possible)


def test_they_add_up_with_fractions_too(student: Student) -> None:
    """Half of every answer, in the lesson that counts words."""
    student.opens("significant-losses")
    key = student.session.key
    assert key is not None
    for item in key.items:
        words = student.text.words_touching(item.main.span)
        if len(words) > 5 and not item.optional:
            student.highlights(Span(words[0].start, words[len(words) * 2 // 3].end), as_=item.label)
    student.checks()
    listed = listed_points(student)
    shown, possible = total_on_screen(student)
    assert sum(listed) == shown
    assert abs(shown - grade_of(student).points) <= Fraction(1, 200), "shown in hundredths"
    assert possible == grade_of(student).possible
    assert any(points.denominator > 1 for points in listed)


def listed_points(reader: Student) -> list[Fraction]:
    """The points of every line: of the rows, and of the lines about the whole."""
    rows = [re.search(r"Points: (\S+)$", row) for row in reader.point_rows()]
    assert rows
    assert all(rows)
    reveal = reader.room._reveal
    assert reveal is not None
    rest = [points.text() for _sentence, points in reveal.panel._rest]
    return [points_in(words) for words in (*(found[1] for found in rows if found is not None), *rest)]


def total_on_screen(reader: Student) -> tuple[Fraction, Fraction]:
    reveal = reader.room._reveal
    assert reveal is not None
    totals = [re.fullmatch(r"(\S+) of (\S+) points", said) for said in everything_said(reveal.panel)]
    total = next(total for total in totals if total is not None)
    return points_in(total[1]), points_in(total[2])


def test_n_and_p_go_through_the_cards_and_page_and_points_go_along(reader: Student) -> None:
    marks_some(reader)
    reader.checks()
    (dock,) = reader.all(ReviewDock)
    assert dock.hasFocus()
    seen = []
    for number in range(1, len(reader.point_rows()) + 1):
        assert reader.sees(f"{number} of {len(reader.point_rows())}")
        assert reader.points.currentIndex().row() == number - 1
        assert reader.page.current
        seen.append(dock.accessibleName())
        reader.presses("N")
    assert dock.accessibleName() == seen[-1], "after the last there is none"
    reader.presses("P")
    assert dock.accessibleName() == seen[-2]
    assert {"Unverified figure, caught", "Denial, partly"} & set(seen) or len(set(seen)) > 2


def test_a_card_tells_the_words_that_were_caught_and_missed_and_why(reader: Student) -> None:
    marks_some(reader)
    reader.checks()
    reader.clicks_row(reader.points, WHOLE)
    assert reader.sees("caught, 5 words")
    assert reader.sees("missed, 5 words")
    assert reader.sees(f"Luis Ferreira, who used to work for Coastway, said that {WHOLE}.")
    key = reader.session.key
    assert key is not None
    item = next(item for item in key.items if reader.text[item.main.span] == WHOLE)
    assert item.explanation
    assert reader.sees(item.explanation)
    assert reader.sees("Who says it")


def test_a_click_on_a_mark_shows_its_card(reader: Student) -> None:
    marks_some(reader)
    reader.checks()
    reader.clicks_words("A row of masts stuck out")
    (dock,) = reader.all(ReviewDock)
    assert "not in the answers" in dock.accessibleName()


def test_nothing_can_be_changed_any_more(reader: Student) -> None:
    marks_some(reader)
    reader.checks()
    before = reader.kept()
    assert not reader.all(LedgerView)
    reader.clicks_words("up to 900 homes")
    reader.presses("Del", "2", "]", "Ctrl+Z", "Return")
    reader.drags("about 50 boats")
    assert not reader.room.marking.palette.isVisible()
    reader.presses("3", "S", "1")
    assert reader.kept() == before
    for id in ("undo", "redo", "remove", "note", "check", "sentence"):
        assert not reader.command(id).isEnabled(), id
    assert not reader.can_press("Check my work")


def test_a_finished_lesson_shows_the_answers_again(reader: Student) -> None:
    marks_some(reader)
    reader.checks()
    rows = reader.point_rows()
    painted = reader.painted()
    reader.restarts()
    assert reader.sees("The answers are shown")
    reader.opens("storm-damage")
    assert reader.point_rows() == rows
    assert reader.painted() == painted
    assert reader.session.closed


def test_starting_again_gives_an_empty_page_and_keeps_the_old(reader: Student) -> None:
    marks_some(reader)
    reader.checks()
    old = reader.session.attempt
    reader.command("again").trigger()
    assert reader.session.attempt.number == old.number + 1
    assert reader.marked() == reader.painted() == []
    assert reader.all(LedgerView)
    assert not reader.all(PointsView)
    reader.highlights("about 50 boats", as_="unverified-figure")
    workbook = reader.session._workbook
    assert len(workbook.annotations(old)) == 7
    assert len(workbook.checks(old)) == 2
    reader.restarts()
    reader.opens("storm-damage")
    assert reader.marked() == [("unverified-figure", "about 50 boats")]


def test_everything_right_is_full_marks(student: Student) -> None:
    student.opens("canteen-survey")
    key = student.session.key
    assert key is not None
    for item in key.items:
        if not item.optional and item.id not in student.session.lesson.example:
            student.highlights(item.main.span, as_=item.label)
    student.checks()
    assert grade_of(student).score == 100
    assert student.sees("Secure")


def test_an_empty_page_is_checked_too(reader: Student) -> None:
    says_that_is_all(reader)
    says_that_is_all(reader)
    assert grade_of(reader).points == 0
    assert reader.sees("Not yet")
    assert all(row.startswith("Missed") for row in reader.point_rows() if "Not counted" not in row)


def test_the_score_is_announced(reader: Student) -> None:
    marks_some(reader)
    reader.checks_once()
    reader.announcements.clear()
    reader.checks_once()
    assert reader.announcements[0].split(" points.")[0].endswith(f"of {grade_of(reader).possible}")


def test_a_whole_lesson_without_a_mouse(student: Student) -> None:
    """Open, read, mark, check, walk the cards, and go back."""
    student.presses("Right", "Return")
    assert student.session.lesson.slug == "storm-damage"
    student.highlights_by_keys("up to 900 homes", as_="unverified-figure")
    student.highlights_by_keys("about 50 boats", as_="unverified-figure")
    student.highlights_by_keys("That is simply not true", as_="denial")
    student.checks()
    cards = len(student.point_rows())
    for _card in range(cards):
        student.presses("N")
    assert student.sees(f"{cards} of {cards}")
    assert student.hears("Caught: Denial, That is simply not true")
    student.presses("Ctrl+W")
    assert student.all(Shelf)
    assert student.sees("The answers are shown")


def test_two_ways_lead_on_from_the_answers(reader: Student) -> None:
    marks_some(reader)
    reader.checks()
    reader.clicks("Start again")
    assert reader.marked() == []
    assert not reader.session.closed
    marks_some(reader)
    reader.checks()
    reader.clicks("Back to the shelf")
    assert reader.sees("Search lessons")


def test_the_first_check_gives_hints_and_no_answer(reader: Student) -> None:
    marks_some(reader)
    reader.highlights("tempers were short as well", as_="claim")
    reader.checks_once()
    assert not reader.session.closed
    assert not reader.all(ReviewDock)
    assert reader.sees("After your first check")
    assert reader.sees("Use the hints, then check once more. Your first marks are kept.")
    assert reader.sees("Look here next.")
    assert reader.sees("Look in paragraph "), "the note in the margin may lie further down"
    assert reader.sees("More is marked here than anyone asserts.")
    assert reader.hears("Still hidden: ")
    reader.highlights("more than 10,000 homes", as_="unverified-figure")
    assert ("unverified-figure", "more than 10,000 homes") in reader.kept()


def test_hints_can_be_put_away_and_come_back_with_the_lesson(reader: Student) -> None:
    marks_some(reader)
    reader.checks_once()
    reader.clicks("Hide hints")
    assert not reader.sees("After your first check")
    assert not reader.sees("Look here next.")
    reader.restarts()
    reader.opens("storm-damage")
    assert reader.sees("After your first check")
    assert reader.sees("1 check left")


def test_undo_does_not_go_back_behind_the_first_check(reader: Student) -> None:
    marks_some(reader)
    reader.checks_once()
    before = reader.marked()
    reader.presses("Ctrl+Z")
    assert reader.marked() == before
