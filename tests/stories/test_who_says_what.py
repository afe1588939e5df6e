"""Who says what: every question about a highlight is answered by hand, by key, and undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from claimlight.core.annotation import Annotation
from claimlight.core.article import Span
from claimlight.core.sayings import Column
from claimlight.ui.evidence_picker import EvidencePicker
from claimlight.ui.ledger_list import LedgerView
from claimlight.ui.link_picker import LinkPicker
from claimlight.ui.source_picker import SourcePicker
from robot_hands import click, place_in_window, settle
from robots import Student

CLAIM = "Russian soldiers had murdered civilians in Bucha"
DENIAL = "dismissed the images of the dead as a “bold fake"
KILLED = "1,351 Russian soldiers had been killed"
TROOPS = "more than 7,000 Russian troops"


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("significant-losses")
    student.highlights(KILLED, as_="unverified-figure")
    student.highlights(TROOPS, as_="unverified-figure")
    student.highlights(CLAIM, as_="claim")
    student.highlights(DENIAL, as_="denial")
    return student


def row(reader: Student, words: str) -> str:
    return next(row for row in reader.list_rows() if words in row)


def clicks_cell(reader: Student, words: str, column: Column) -> None:
    view = reader.listing
    rect = view.rect_of(reader.highlight_on(words).id, column)
    click(view.viewport(), view.viewport().mapFromGlobal(rect.center()))


def kept(reader: Student, words: str) -> Annotation:
    """The highlight as the disk has it."""
    found = reader.session._workbook.annotations(reader.session.attempt)
    return next(each for each in found if each.quote.exact == words)


def drags_between(reader: Student, start: QPoint, end: QPoint) -> None:
    """From one place of the screen to another."""
    window, left, none = reader.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    first, last = (place_in_window(reader.room, reader.room.mapFromGlobal(at)) for at in (start, end))
    QTest.mouseMove(window, first)
    QTest.mousePress(window, left, none, first)
    for place in ((first + last) / 2, last):
        QTest.mouseEvent(QTest.MouseAction.MouseMove, window, left, none, place)
    QTest.mouseRelease(window, left, none, last)
    settle()


def row_place(reader: Student, words: str) -> QPoint:
    rect = reader.listing.rect_of(reader.highlight_on(words).id)
    return rect.topLeft() + QPoint(200, 20)


class TestWhoSaysIt:
    def test_a_name_of_the_article_is_chosen_with_two_clicks(self, reader: Student) -> None:
        clicks_cell(reader, CLAIM, Column.WHO)
        (picker,) = reader.all(SourcePicker)
        assert picker._model.stringList()[0] == "Ukrainian officials", "the nearest speaker is first"
        click(picker.names.viewport(), picker.names.visualRect(picker._model.index(0)).center())
        assert not reader.all(SourcePicker)
        assert kept(reader, CLAIM).attribute("source") == ("Ukrainian officials",)
        assert "said by Ukrainian officials" in row(reader, CLAIM)
        assert "said by Ukrainian officials" in reader.heard_last()
        reader.presses("Ctrl+Z")
        assert kept(reader, CLAIM).attributes == ()
        assert reader.heard_last() == "Undone: who says it"

    def test_it_is_typed_and_enter_takes_it(self, reader: Student) -> None:
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.types("The  ministry")
        reader.presses("Return")
        assert kept(reader, DENIAL).attribute("source") == ("The ministry",)
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.clicks("Take back")
        assert kept(reader, DENIAL).attributes == ()

    def test_typing_thins_the_names_out_and_down_walks_them(self, reader: Student) -> None:
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.types("ministry")
        (picker,) = reader.all(SourcePicker)
        assert all("ministry" in name for name in picker._model.stringList())
        reader.presses("Down", "Return")
        assert kept(reader, DENIAL).attribute("source")[0].endswith("ministry")

    def test_nobody_by_name_and_the_writer(self, reader: Student) -> None:
        clicks_cell(reader, KILLED, Column.WHO)
        reader.clicks("Not named")
        assert kept(reader, KILLED).attribute("source") == ("unnamed",)
        clicks_cell(reader, TROOPS, Column.WHO)
        reader.clicks("The writer")
        assert kept(reader, TROOPS).attribute("source") == ("writer",)
        assert "said by The writer" in row(reader, TROOPS)

    def test_it_is_selected_on_the_page_with_the_mouse(self, reader: Student) -> None:
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.clicks("Select on the page")
        assert reader.sees("Select who says it on the page")
        reader.drags("The foreign ministry in Moscow")
        assert kept(reader, DENIAL).attribute("source") == ("The foreign ministry in Moscow",)
        assert not reader.sees("Select who says it on the page")
        assert len(reader.marked()) == 4, "nothing was marked"
        assert not reader.room.marking.palette.isVisible()

    def test_it_is_selected_on_the_page_with_the_keys(self, reader: Student) -> None:
        reader.goes_to(reader.highlight_on(DENIAL))
        reader.presses("W")
        reader.tabs_to("Select on the page")
        reader.presses("Return")
        reader.walks_to("The foreign ministry in Moscow")
        assert kept(reader, DENIAL).attributes == ()
        reader.presses("Return")
        assert kept(reader, DENIAL).attribute("source") == ("The foreign ministry in Moscow",)

    def test_esc_gives_up_selecting(self, reader: Student) -> None:
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.clicks("Select on the page")
        reader.presses("Esc")
        reader.drags("The foreign ministry in Moscow")
        assert kept(reader, DENIAL).attributes == ()
        assert reader.room.marking.palette.isVisible()

    def test_beside_a_selection_it_marks_first(self, reader: Student) -> None:
        words = "the world was living through “days of fakes and lies"
        reader.highlights("a total", as_="claim")
        reader.drags(words)
        reader.clicks("Who says it?")
        assert reader.highlight_on(words).label == "claim", "the label that was used last"
        (picker,) = reader.all(SourcePicker)
        assert picker._model.stringList()[0] == "Dmitry Peskov"
        reader.presses("Down", "Return")
        assert kept(reader, words).attribute("source") == ("Dmitry Peskov",)
        assert reader.page.current == reader.highlight_on(words).id

    def test_esc_and_a_click_outside_close_it(self, reader: Student) -> None:
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.presses("Esc")
        assert not reader.all(SourcePicker)
        assert reader.focused() is reader.listing
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.clicks_words("Mark Austin")
        assert not reader.all(SourcePicker)
        assert kept(reader, DENIAL).attributes == ()

    def test_letters_typed_in_it_are_no_commands(self, reader: Student) -> None:
        before = reader.marked()
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.types("swell 123")
        assert reader.marked() == before
        assert len(reader.all(SourcePicker)) == 1


class TestEvidence:
    def test_one_click_on_a_shape_with_its_word(self, reader: Student) -> None:
        clicks_cell(reader, CLAIM, Column.EVIDENCE)
        reader.clicks("Contested")
        assert kept(reader, CLAIM).attribute("status") == ("contested",)
        assert "evidence: Contested" in row(reader, CLAIM)
        reader.presses("Ctrl+Z")
        assert kept(reader, CLAIM).attributes == ()

    def test_one_key_each(self, reader: Student) -> None:
        for key, value in (("1", "confirmed"), ("2", "contested"), ("3", "unverified")):
            reader.goes_to(reader.highlight_on(CLAIM))
            reader.presses("E", key)
            assert kept(reader, CLAIM).attribute("status") == (value,)
            assert not reader.all(EvidencePicker)
        reader.presses("E", "3")
        assert kept(reader, CLAIM).attribute("status") == (), "again takes it back"


class TestLinks:
    def test_a_row_is_dragged_onto_another(self, reader: Student) -> None:
        drags_between(reader, row_place(reader, DENIAL), row_place(reader, CLAIM))
        claim = reader.highlight_on(CLAIM)
        (link,) = kept(reader, DENIAL).links
        assert (link.type, link.target) == ("denies", claim.id)
        assert row(reader, DENIAL).endswith("denies Claim, paragraph 5")
        assert len(reader.marked()) == 4

    def test_dragged_the_other_way_round_it_is_still_the_denial_that_denies(self, reader: Student) -> None:
        drags_between(reader, row_place(reader, CLAIM), row_place(reader, DENIAL))
        assert [link.type for link in kept(reader, DENIAL).links] == ["denies"]
        assert not kept(reader, CLAIM).links

    def test_figures_are_linked_both_ways_by_their_tags_on_the_page(self, reader: Student) -> None:
        one, other = reader.highlight_on(KILLED), reader.highlight_on(TROOPS)
        reader.places(Span(one.span.start, one.span.start + 1))
        drags_between(reader, tag_place(reader, one), tag_place(reader, other))
        assert [link.target for link in kept(reader, KILLED).links] == [other.id]
        assert [link.target for link in kept(reader, TROOPS).links] == [one.id]
        assert "does not fit with Unverified figure, paragraph 2" in row(reader, KILLED)
        reader.presses("Ctrl+Z")
        assert not kept(reader, KILLED).links
        assert not kept(reader, TROOPS).links

    def test_a_tag_is_dragged_into_the_list(self, reader: Student) -> None:
        denial = reader.highlight_on(DENIAL)
        reader.places(Span(denial.span.start, denial.span.start + 1))
        drags_between(reader, tag_place(reader, denial), row_place(reader, CLAIM))
        assert [link.type for link in kept(reader, DENIAL).links] == ["denies"]

    def test_a_drop_on_nothing_does_nothing(self, reader: Student) -> None:
        drags_between(reader, row_place(reader, DENIAL), reader.room.strip.mapToGlobal(QPoint(300, 10)))
        assert not kept(reader, DENIAL).links
        drags_between(reader, row_place(reader, DENIAL), row_place(reader, DENIAL) + QPoint(0, 14))
        assert not kept(reader, DENIAL).links

    def test_l_and_a_choice(self, reader: Student) -> None:
        reader.goes_to(reader.highlight_on(DENIAL))
        reader.presses("L")
        (picker,) = reader.all(LinkPicker)
        assert picker.findChildren(QPushButton)[0].text() == "denies"
        reader.presses("Down", "Down", "Return")
        assert [link.target for link in kept(reader, DENIAL).links] == [reader.highlight_on(CLAIM).id]
        reader.presses("L", "Down", "Down", "Return")
        assert not kept(reader, DENIAL).links, "choosing it again takes the link back"

    def test_it_goes_with_either_end_and_comes_back(self, reader: Student) -> None:
        drags_between(reader, row_place(reader, DENIAL), row_place(reader, CLAIM))
        reader.clicks_row(reader.listing, CLAIM)
        reader.presses("Del")
        assert not kept(reader, DENIAL).links
        assert "denies" not in row(reader, DENIAL)
        reader.presses("Ctrl+Z")
        assert kept(reader, DENIAL).links
        assert "denies" in row(reader, DENIAL)

    def test_what_it_answers_is_renamed_with_it(self, reader: Student) -> None:
        drags_between(reader, row_place(reader, DENIAL), row_place(reader, CLAIM))
        reader.clicks_row(reader.listing, CLAIM)
        reader.presses("2")
        assert "denies Denial, paragraph 5" in row(reader, DENIAL)


def tag_place(reader: Student, annotation: Annotation) -> QPoint:
    """Where the tag of a highlight hangs, on the screen."""
    page = reader.page
    begins = page.point_at(annotation.span.start)
    for down in range(4, 30):
        at = begins + QPoint(4, down)
        mark = page.tag_at(at)
        if mark is not None and mark.id == annotation.id:
            return page.viewport().mapToGlobal(at)
    raise AssertionError("it has no tag that can be seen")


class TestByKeyboard:
    def test_left_and_right_walk_the_cells_and_enter_opens_one(self, reader: Student) -> None:
        reader.presses("Ctrl+Home", "F6", "End")
        assert reader.focused() is reader.listing
        reader.presses("Right")
        assert reader.heard_last() == "Who says it?"
        reader.presses("Right")
        assert reader.heard_last() == "How good?"
        reader.presses("Return", "2")
        assert kept(reader, DENIAL).attribute("status") == ("contested",)
        reader.presses("Right")
        assert reader.heard_last() == "What?"
        reader.presses("Return", "Return")
        assert len(kept(reader, DENIAL).links) == 1
        reader.presses("Left", "Left", "Return")
        reader.presses("Down", "Return")
        assert kept(reader, DENIAL).attribute("source")
        reader.presses("Left", "Return")
        assert reader.room.card.isVisible(), "the whole row opens its card"

    def test_the_list_is_a_list_and_says_each_row_whole(self, reader: Student) -> None:
        clicks_cell(reader, CLAIM, Column.EVIDENCE)
        reader.clicks("Contested")
        told = QAccessible.queryAccessibleInterface(reader.listing)
        assert told.role() == QAccessible.Role.List
        assert told.child(2).text(QAccessible.Text.Name) == row(reader, CLAIM)
        assert row(reader, CLAIM) == f"Claim, {CLAIM}, paragraph 5, evidence: Contested"


class TestWhatIsAsked:
    def test_nothing_asked_is_a_plain_list(self, student: Student) -> None:
        student.opens("canteen-survey")
        words = "two of her cooks left last year"
        student.highlights(words, as_="claim")
        assert student.room.marking.rows[0].cells == ()
        assert not student.command("who").isEnabled()
        student.drags("Most of us wait more than ten minutes")
        assert not student.can_press("Who says it?")

    def test_only_figures_asked_is_one_column(self, student: Student) -> None:
        student.opens("storm-damage")
        student.highlights("up to 900 homes", as_="unverified-figure")
        student.highlights("about 300 homes", as_="unverified-figure")
        student.highlights("is simply not true", as_="denial")
        assert [len(row.cells) for row in student.room.marking.rows] == [1, 0, 1]
        assert not student.command("who").isEnabled()
        assert student.command("link").isEnabled()
        student.goes_to(student.highlight_on("about 300 homes"))
        student.presses("L", "Return")
        assert len(kept(student, "up to 900 homes").links) == 1

    def test_after_the_answers_are_shown_nothing_is_asked(self, reader: Student) -> None:
        reader.checks()
        if not reader.session.closed:
            reader.checks()
        assert reader.session.closed
        assert not reader.command("who").isEnabled()
        assert not reader.all(LedgerView)


class TestOrder:
    def test_by_speaker_by_label_by_claim_and_by_place_again(self, reader: Student) -> None:
        places = [row.words for row in reader.room.marking.rows]
        clicks_cell(reader, DENIAL, Column.WHO)
        reader.types("Aino")
        reader.presses("Return")
        drags_between(reader, row_place(reader, DENIAL), row_place(reader, CLAIM))
        order = reader.room.list.ledger.order
        first: dict[str, list[str]] = {}
        for action in order.menu_of_views().actions():
            action.trigger()
            settle()
            first[action.text()] = [each.split(", paragraph")[0].split(", ", 1)[1] for each in reader.list_rows()]
        assert first["By place"] == places
        assert first["By speaker"][0] == DENIAL
        assert first["By claim"][:2] == [CLAIM, DENIAL]
        assert first["By label"] == [CLAIM, DENIAL, KILLED, TROOPS]
        assert order.text() == "By label"
        reader.presses("Ctrl+Z")
        assert len(reader.list_rows()) == 4
