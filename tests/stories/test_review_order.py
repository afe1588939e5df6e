"""Sure and wrong comes first in the review, and traps that were left alone are praised last."""

import re

import pytest

from claimlight.ui.overlay import Shape
from claimlight.ui.review_card import ReviewDock
from robot_eyes import everything_said
from robots import Student

TRAP = "186 people on the list"


@pytest.fixture
def reader(student: Student) -> Student:
    """Right at the top and not sure; sure and wrong further down; sure and right at the end."""
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    stray = student.highlights("A row of masts stuck out of the grey water", as_="claim")
    found = student.highlights("about 50 boats", as_="unverified-figure")
    wrong = student.highlights("around 4,000 homes", as_="claim")
    for mark, sure in ((stray, False), (found, True), (wrong, True)):
        student.session.set_sure(mark.id, sure)
    student.checks()
    return student


def cards(reader: Student) -> list[tuple[str, str]]:
    """Verdict and description of every card, in the order in which N goes through them."""
    (dock,) = reader.all(ReviewDock)
    found = []
    for _row in reader.point_rows():
        found.append((dock.accessibleName(), dock.accessibleDescription()))
        reader.presses("N")
    return found


def test_what_was_sure_and_wrong_is_looked_at_first(reader: Student) -> None:
    assert reader.sees("You were sure of this one.")
    told = cards(reader)
    sure = ["You were sure of this one." in said for _verdict, said in told]
    assert sure[0]
    assert sure == sorted(sure, reverse=True), "those come first, and no others say so"
    assert any("you were sure" in said for _verdict, said in told[sum(sure) :]), "sure and right is told in its place"


def test_page_and_points_go_along_though_the_points_keep_the_order_of_the_page(reader: Student) -> None:
    (dock,) = reader.all(ReviewDock)
    rows = reader.point_rows()
    first = reader.points.currentIndex().row()
    assert first > 0
    assert "around 4,000 homes" in rows[first]
    reader.clicks_row(reader.points, "up to 900 homes")
    assert "You were sure" not in dock.accessibleDescription()
    places = [reader.text.text.index(words) for words in ("up to 900 homes", "about 50 boats", "around 4,000 homes")]
    assert places == sorted(places)
    shown = [
        next(n for n, row in enumerate(rows) if w in row)
        for w in ("up to 900 homes", "about 50 boats", "around 4,000 homes")
    ]
    assert shown == sorted(shown)


def test_a_trap_left_alone_is_praised_with_its_reason_after_all_others(reader: Student) -> None:
    rows = reader.point_rows()
    praised = [row.startswith("Rightly left: trap, ") for row in rows]
    assert any(praised)
    assert praised == sorted(praised), "behind what earns or costs"
    reader.clicks_row(reader.points, TRAP)
    (dock,) = reader.all(ReviewDock)
    assert dock.accessibleName() == "A trap, rightly left"
    assert "You rightly left this." in dock.accessibleDescription()
    assert "well sourced" in dock.accessibleDescription()
    assert not re.search(r"\d points?", dock.accessibleDescription()), "praise is not counted"
    shapes = {mark.id: mark.shape for mark in reader.page.marks()}
    assert shapes[reader.page.current] is Shape.LEFT_ALONE
    assert reader.sees("Rightly left"), "and the bar says what the brackets mean"


def test_a_trap_that_was_marked_is_not_praised(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights(TRAP, as_="unverified-figure")
    student.highlights("It broke my heart", as_="claim")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.checks()
    praised = [row for row in student.point_rows() if row.startswith("Rightly left")]
    assert praised
    assert not any(TRAP in row or "It broke my heart" in row for row in praised)


def test_an_empty_page_is_praised_for_nothing(student: Student) -> None:
    student.opens("storm-damage")
    for _time in range(2):
        student.checks_once()
        student.clicks("That is all I found")
    assert not any(row.startswith("Rightly left") for row in student.point_rows())
    assert not student.sees("Rightly left")


def test_no_percent_anywhere_on_a_students_screen(reader: Student) -> None:
    article = reader.text.text
    said = [words for words in everything_said(reader.window) if "%" in words and words not in article]
    assert [words for words in said if article not in words.replace("\u2029", "\n")] == []
    assert any(re.search(r"(Not yet|Getting there|Secure)", words) for words in everything_said(reader.window))
