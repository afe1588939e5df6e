"""More, at the foot of the list: what else can be said about a highlight, who contradicts whom, paper and clipboard."""

from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from claimlight.core.annotation import Annotation
from claimlight.core.sayings import Column
from claimlight.grading.grade import grade
from claimlight.ui.margin_card import MarginCard
from claimlight.ui.more import MoreBody
from claimlight.ui.source_picker import SourcePicker
from robot_hands import click, settle
from robots import Student

CLAIM = "Russian soldiers had murdered civilians in Bucha"
DENIAL = "dismissed the images of the dead as a “bold fake"
TROOPS = "more than 7,000 Russian troops"


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("significant-losses")
    student.highlights(TROOPS, as_="unverified-figure")
    student.highlights(CLAIM, as_="claim")
    student.highlights(DENIAL, as_="denial")
    return student


def kept(reader: Student, words: str) -> Annotation:
    found = reader.session._workbook.annotations(reader.session.attempt)
    return next(each for each in found if each.quote.exact == words)


def body(reader: Student) -> MoreBody:
    return next(iter(reader.all(MoreBody)))


class TestMore:
    def test_it_is_closed_until_it_is_asked_for(self, reader: Student) -> None:
        assert not reader.all(MoreBody)
        reader.clicks_row(reader.listing, CLAIM)
        reader.clicks("More")
        assert body(reader)._words.text() == CLAIM
        reader.clicks("Less")
        assert not reader.all(MoreBody)

    def test_sure_or_not_and_neither_again(self, reader: Student) -> None:
        reader.clicks_row(reader.listing, CLAIM)
        reader.clicks("More")
        reader.clicks("Not sure")
        assert kept(reader, CLAIM).sure is False
        reader.clicks("Sure")
        assert kept(reader, CLAIM).sure is True
        reader.clicks("Sure")
        assert kept(reader, CLAIM).sure is None
        reader.presses("Ctrl+Z")
        assert kept(reader, CLAIM).sure is True
        assert body(reader).sure.isChecked()

    def test_the_chain_is_kept_outermost_first(self, reader: Student) -> None:
        reader.clicks_row(reader.listing, CLAIM)
        reader.clicks("More")
        click(body(reader).chain)
        reader.types("a newspaper > ministry->spokesman")
        reader.presses("Return")
        assert kept(reader, CLAIM).attribute("chain") == ("a newspaper", "ministry", "spokesman")
        reader.clicks_row(reader.listing, DENIAL)
        assert body(reader).chain.text() == ""
        reader.clicks_row(reader.listing, CLAIM)
        assert body(reader).chain.text() == "a newspaper → ministry → spokesman"

    def test_a_figure_is_taken_apart_and_only_a_figure(self, reader: Student) -> None:
        reader.clicks_row(reader.listing, TROOPS)
        reader.clicks("More")
        for name, words in (("figure-value", "7000"), ("figure-counter", "officials")):
            click(body(reader)._fields[name])
            reader.types(words)
        reader.presses("Return")
        assert kept(reader, TROOPS).attributes == (("figure-counter", ("officials",)), ("figure-value", ("7000",)))
        reader.clicks_row(reader.listing, CLAIM)
        assert not body(reader)._parts.isVisible()
        reader.presses("Ctrl+Z")
        assert len(kept(reader, TROOPS).attributes) == 1

    def test_a_note_goes_to_the_highlight_it_was_written_about(self, reader: Student) -> None:
        reader.clicks_row(reader.listing, CLAIM)
        reader.clicks("More")
        click(body(reader).note)
        reader.types("who saw it")
        reader.clicks_row(reader.listing, DENIAL)
        assert kept(reader, CLAIM).note == "who saw it"
        assert kept(reader, DENIAL).note == ""

    def test_who_contradicts_whom_is_drawn_and_told(self, reader: Student) -> None:
        reader.clicks("More")
        assert reader.sees("Nobody yet")
        session = reader.session
        claim, denial = reader.highlight_on(CLAIM), reader.highlight_on(DENIAL)
        session.set_attribute(claim.id, "source", ("Ukrainian officials",))
        session.link(denial.id, "denies", claim.id)
        settle()
        assert body(reader).strip.accessibleName() == "Somebody denies Ukrainian officials"
        body(reader).as_table.click()
        table = body(reader).table
        assert [table.item(0, column).text() for column in range(3)] == ["Somebody", "denies", "Ukrainian officials"]
        assert table.isVisible()
        assert not body(reader).strip.isVisible()

    def test_copied_as_a_table(self, reader: Student) -> None:
        reader.session.set_attribute(reader.highlight_on(CLAIM).id, "source", ("Ukrainian officials",))
        reader.clicks("More")
        body(reader).copy.click()
        copied = QGuiApplication.clipboard().mimeData()
        lines = [line.split("\t") for line in copied.text().splitlines()]
        assert lines[0] == ["Paragraph", "Label", "Words", "Who says it", "Evidence here", "Answers", "Note"]
        assert lines[2][:4] == ["5", "Claim", CLAIM, "Ukrainian officials"]
        assert "<table" in copied.html()
        assert reader.heard_last() == "Copied as a table"

    def test_printed_on_one_page_to_a_file_that_is_asked_for(self, reader: Student, tmp_path: Path) -> None:
        file = tmp_path / "who.pdf"
        reader.clicks("More")
        reader.room.remarks.ask_for_pdf = lambda _parent, _name: file
        body(reader).print.click()
        assert file.read_bytes().startswith(b"%PDF")
        reader.room.remarks.ask_for_pdf = lambda _parent, _name: None
        body(reader).print.click()
        assert reader.hears("Printed to who.pdf")


class TestInANarrowWindow:
    def test_the_row_in_hand_is_a_card_in_the_margin(self, reader: Student) -> None:
        reader.window.resize(1024, 700)
        settle()
        reader.clicks_row(reader.listing, CLAIM)
        (card,) = reader.all(MarginCard)
        lines = reader.page.rect_of(reader.span(CLAIM))
        assert card.geometry().left() > lines.right(), "it covers no word"
        assert [button.accessibleName() for button in card.cells.buttons] == ["Who says it?", "How good?"]
        click(card.cells.buttons[0])
        assert reader.all(SourcePicker)
        reader.types("Aino")
        reader.presses("Return")
        assert kept(reader, CLAIM).attribute("source") == ("Aino",)
        (card,) = reader.all(MarginCard)
        assert card.cells.buttons[0].accessibleDescription() == "said by Aino"
        reader.clicks("Show Who says what")
        assert not reader.all(MarginCard)

    def test_the_card_that_is_opened_stands_there_too(self, reader: Student) -> None:
        """In the margin, in place of the row's card; over no word, as long as the margin is wide enough."""
        for width, beside in ((1024, True), (1920, True), (1280, False)):
            reader.window.resize(width, 700)
            settle()
            reader.goes_to(reader.highlight_on(CLAIM))
            reader.presses("Return")
            card = reader.room.card
            assert card.isVisible()
            assert not reader.all(MarginCard)
            start, _room = reader.page.margin_beside()
            assert (card.geometry().left() > start) is beside
            assert reader.page.viewport().rect().contains(card.geometry())
            assert not card.geometry().intersects(reader.page.rect_of(reader.span(CLAIM)))
            reader.presses("Esc")
            assert bool(reader.all(MarginCard)) is (width == 1024), "the row's card comes back"

    def test_a_plain_list_needs_no_card(self, student: Student) -> None:
        student.opens("canteen-survey")
        student.window.resize(1024, 700)
        made = student.highlights("two of her cooks left last year", as_="claim")
        student.goes_to(made)
        assert not student.all(MarginCard)


class TestFromTheCard:
    def test_a_question_is_asked_from_the_highlights_card(self, reader: Student) -> None:
        reader.goes_to(reader.highlight_on(DENIAL))
        reader.presses("Return")
        assert [button.cell.column for button in reader.room.card.cells.buttons] == list(Column)
        click(reader.room.card.cells.buttons[0])
        assert not reader.room.card.isVisible()
        reader.types("Aino")
        reader.presses("Return")
        assert kept(reader, DENIAL).attribute("source") == ("Aino",)
        assert reader.page.hasFocus()

    def test_tab_goes_through_its_questions(self, reader: Student) -> None:
        reader.goes_to(reader.highlight_on(DENIAL))
        reader.presses("Return", "Shift+Tab", "Return", "Return")
        assert len(kept(reader, DENIAL).links) == 1


class TestAtLargeText:
    def test_the_list_has_the_whole_window_and_loses_no_control(self, reader: Student) -> None:
        for _step in range(8):
            reader.presses("Ctrl++")
        reader.presses("F6")
        assert reader.listing.width() > 0.9 * reader.window.width()
        assert reader.can_press("By place")
        assert reader.can_press("More")
        reader.clicks_row(reader.listing, CLAIM)
        reader.clicks("More")
        assert body(reader).isVisible()
        for _step in range(8):
            reader.presses("Ctrl+-")
        assert reader.can_press("By place")
        assert reader.page.isVisible()


def test_what_is_said_is_graded_where_the_lesson_asks(reader: Student) -> None:
    def points() -> Fraction:
        return grade(reader.session.lesson, reader.session.annotations.values()).points

    earned = [points()]
    reader.goes_to(reader.highlight_on(CLAIM))
    reader.presses("W", "Down", "Return")
    earned.append(points())
    reader.goes_to(reader.highlight_on(CLAIM))
    reader.presses("E", "2")
    earned.append(points())
    reader.goes_to(reader.highlight_on(DENIAL))
    reader.presses("L", "Down", "Return")
    assert [link.type for link in kept(reader, DENIAL).links] == ["denies"]
    earned.append(points())
    assert earned == sorted(set(earned)), "each answer earns something"
