"""Marking the words of an article, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from claimlight.ui.highlight_card import HighlightCard
from robot_hands import click, drag, settle
from robots import Student

UP_TO_900 = "up to 900 homes"
SIREN = "the siren had been late"
ANSWER = "That is simply not true"


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("storm-damage")
    return student


def test_selecting_words_and_pressing_a_key_marks_them(reader: Student) -> None:
    reader.highlights(UP_TO_900, as_="unverified-figure")
    assert reader.marked() == reader.kept() == reader.painted() == [("unverified-figure", UP_TO_900)]
    assert reader.list_rows() == (f"Unverified figure, {UP_TO_900}, paragraph 2",)
    assert reader.heard_last() == "Unverified figure, 4 words, paragraph 2"
    assert reader.sees("All changes saved")
    assert not reader.room.marking.palette.isVisible()


def test_the_palette_beside_the_selection_marks_it(reader: Student) -> None:
    reader.drags(ANSWER)
    below = reader.page.rect_of(reader.span(ANSWER)).bottom()
    assert 0 < reader.room.marking.palette.y() - below < 20
    reader.highlights_by_palette(ANSWER, as_="denial")
    assert reader.marked() == [("denial", ANSWER)]
    assert reader.page.hasFocus(), "the palette never takes the keyboard"


def test_a_label_is_taken_as_a_pen_and_swept_until_escape_puts_it_down(reader: Student) -> None:
    reader.takes_pen("claim")
    assert reader.heard_last() == "Pen: Claim. Sweep over words; Escape puts it down."
    assert reader.button("Claim").isChecked()
    reader.drags(UP_TO_900)
    reader.drags(SIREN)
    assert reader.marked() == reader.kept() == [("claim", UP_TO_900), ("claim", SIREN)]
    reader.page.setFocus()
    reader.presses("Esc")
    assert reader.heard_last() == "Pen down"
    reader.drags(ANSWER)
    assert len(reader.marked()) == 2
    assert reader.room.marking.palette.isVisible()


def test_a_label_key_without_a_selection_takes_the_pen_and_again_puts_it_down(reader: Student) -> None:
    reader.presses("2")
    assert reader.page.pen == "denial"
    reader.presses("2")
    assert reader.page.pen == ""


def test_with_the_keyboard_alone(reader: Student) -> None:
    reader.highlights_by_keys(UP_TO_900, as_="unverified-figure")
    assert reader.marked() == reader.kept() == [("unverified-figure", UP_TO_900)]
    assert reader.heard_last() == "Unverified figure, 4 words, paragraph 2"


def test_s_takes_the_whole_sentence(reader: Student) -> None:
    reader.clicks_words("At three")
    reader.presses("S", "1")
    assert reader.marked() == [
        (
            "claim",
            "At three o’clock, fire chief Ngozi Adeyemi returned from the flooded streets with mud up to her knees.",
        )
    ]


def test_a_sweep_takes_whole_words(reader: Student) -> None:
    reader.drags("p to 900 hom")
    assert reader.page.selection() == reader.span(UP_TO_900)


def test_with_alt_it_takes_letters(reader: Student) -> None:
    reader.drags("p to 900 hom", exactly=True)
    assert reader.page.selection() == reader.span("p to 900 hom")
    reader.presses("3")
    assert reader.marked() == [("unverified-figure", "p to 900 hom")]


def test_backwards_too(reader: Student) -> None:
    first, last = reader.places(reader.span("p to 900 hom"))
    reader.drags_from(last, first)
    reader.presses("3")
    assert reader.marked() == [("unverified-figure", UP_TO_900)]


def test_double_click_takes_a_word_and_triple_click_a_sentence(reader: Student) -> None:
    reader.clicks_words("helicopter", times=2)
    assert reader.page.selection() == reader.span("helicopter")
    reader.clicks_words("served" if reader.text.text.count("served") == 1 else "journalists that up", times=2)
    reader.clicks_words("brown water", times=3)
    chosen = reader.page.selection()
    assert chosen is not None
    assert reader.text[chosen].startswith("At 7.15 in the morning, brown water still covered")


def test_two_labels_may_lie_over_the_same_words(reader: Student) -> None:
    reader.highlights("Crews trimmed every tree in May", as_="denial")
    reader.highlights("trimmed every tree in May, she said", as_="claim")
    reader.highlights("every tree in May", as_="unverified-figure")
    assert reader.marked() == reader.kept() == reader.painted()
    assert [label for label, _words in reader.marked()] == ["denial", "claim", "unverified-figure"]
    lanes = {reader.page.lane(each.id) for each in reader.session.in_order()}
    assert lanes == {0, 1, 2}


def test_sweeping_over_a_highlight_with_its_label_extends_it(reader: Student) -> None:
    first = reader.highlights("900 homes", as_="unverified-figure")
    reader.drags("up to 900")
    reader.presses("3")
    assert reader.marked() == reader.kept() == reader.painted() == [("unverified-figure", UP_TO_900)]
    assert list(reader.session.annotations) == [first.id]
    reader.presses("Ctrl+Z")
    assert reader.marked() == reader.kept() == reader.painted() == [("unverified-figure", "900 homes")]


def test_extending_over_two_highlights_makes_one(reader: Student) -> None:
    reader.highlights("that up to", as_="claim")
    reader.highlights("damaged. He had seen", as_="claim")
    reader.drags("to 900 homes had been damaged")
    reader.presses("1")
    whole = [("claim", "that up to 900 homes had been damaged. He had seen")]
    assert reader.marked() == reader.kept() == reader.painted() == whole
    reader.presses("Ctrl+Z")
    two = [("claim", "that up to"), ("claim", "damaged. He had seen")]
    assert reader.marked() == reader.kept() == reader.painted() == two
    reader.presses("Ctrl+Shift+Z")
    assert reader.marked() == reader.kept() == reader.painted() == whole


def test_marking_the_same_words_again_changes_nothing(reader: Student) -> None:
    reader.highlights(UP_TO_900, as_="claim")
    reader.drags("to 900")
    reader.presses("1")
    assert reader.marked() == [("claim", UP_TO_900)]
    assert reader.heard_last() == "Already marked as Claim"


def test_an_end_is_dragged_with_the_mouse(reader: Student) -> None:
    made = reader.highlights("900 homes", as_="unverified-figure")
    reader.goes_to(made)
    _first, end = reader.places(reader.span("900 homes"))
    _first, wish = reader.places(reader.span("900 homes had been"))
    drag(reader.page.viewport(), end + QPoint(1, 0), wish)
    assert reader.marked() == reader.kept() == reader.painted() == [("unverified-figure", "900 homes had been")]
    start, _last = reader.places(reader.span("900 homes had been"))
    wish, _last = reader.places(reader.span(UP_TO_900))
    drag(reader.page.viewport(), start, wish)
    assert reader.marked() == reader.kept() == [("unverified-figure", "up to 900 homes had been")]
    assert reader.heard_last() == "Unverified figure, 6 words, paragraph 2"


def test_ends_are_moved_by_keys_and_a_word_is_always_left(reader: Student) -> None:
    made = reader.highlights("900 homes", as_="unverified-figure")
    reader.goes_to(made)
    for key, words in (
        ("]", "900 homes had"),
        ("[", "900 homes"),
        ("{", "to 900 homes"),
        ("}", "900 homes"),
        ("[", "900"),
        ("[", "900"),
        ("}", "900"),
    ):
        reader.presses(key)
        assert reader.marked() == reader.kept() == [("unverified-figure", words)], key
    assert reader.heard_last() == "A highlight keeps at least one word"


def test_ends_are_not_moved_where_no_highlight_is_in_hand(reader: Student) -> None:
    reader.presses("]")
    assert reader.heard_last() == "Go to a highlight first, with Tab"


def test_another_label_key_renames_the_highlight_in_hand(reader: Student) -> None:
    made = reader.highlights(SIREN, as_="claim")
    reader.goes_to(made)
    reader.presses("2")
    assert reader.marked() == reader.kept() == reader.painted() == [("denial", SIREN)]
    assert reader.heard_last() == "Now Denial"
    assert reader.list_rows() == (f"Denial, {SIREN}, paragraph 8",)


def test_a_note_is_written_beside_the_words(reader: Student) -> None:
    made = reader.highlights(SIREN, as_="denial")
    reader.goes_to(made)
    reader.presses("Return")
    (card,) = reader.all(HighlightCard)
    assert card.note.hasFocus()
    reader.types("Who heard it?")
    reader.presses("Return")
    assert reader.list_rows() == (f"Denial, {SIREN}, paragraph 8, note: Who heard it?",)
    assert reader.page.hasFocus()
    assert not reader.all(HighlightCard)
    reader.restarts()
    reader.opens("storm-damage")
    assert reader.list_rows() == (f"Denial, {SIREN}, paragraph 8, note: Who heard it?",)


def test_escape_leaves_the_note_as_it_was(reader: Student) -> None:
    made = reader.highlights(SIREN, as_="denial")
    reader.goes_to(made)
    reader.presses("Return")
    reader.types("never mind")
    reader.presses("Esc")
    assert reader.highlight_on(SIREN).note == ""
    assert reader.page.hasFocus()


def test_single_keys_are_letters_while_a_note_is_written(reader: Student) -> None:
    made = reader.highlights(SIREN, as_="denial")
    reader.goes_to(made)
    reader.presses("Return")
    reader.types("12 s[]?")
    reader.presses("Return")
    assert reader.highlight_on(SIREN).note == "12 s[]?"
    assert reader.marked() == [("denial", SIREN)]


def test_scrolling_away_keeps_what_was_written(reader: Student) -> None:
    made = reader.highlights(SIREN, as_="denial")
    reader.goes_to(made)
    reader.presses("Return")
    reader.types("half a thou")
    QTest.wheelEvent(reader.window.windowHandle(), QPointF(300, 400), QPoint(0, 360))
    settle()
    assert not reader.all(HighlightCard)
    assert reader.highlight_on(SIREN).note == "half a thou"
    assert reader.page.hasFocus()


def test_a_note_that_is_being_written_is_kept_when_the_lesson_is_left(reader: Student) -> None:
    made = reader.highlights(SIREN, as_="denial")
    reader.goes_to(made)
    reader.presses("Return")
    reader.types("half a thou")
    reader.restarts()
    reader.opens("storm-damage")
    assert reader.highlight_on(SIREN).note == "half a thou"


def test_tab_goes_round_in_the_card(reader: Student) -> None:
    made = reader.highlights(SIREN, as_="denial")
    reader.goes_to(made)
    reader.presses("Return")
    card = reader.room.card
    for stop in (card.remove, card.done, card.note):
        reader.presses("Tab")
        assert reader.focused() is stop
    reader.presses("Shift+Tab", "2")
    assert reader.focused() is card.done
    assert reader.page.pen == "", "keys that mark are silent in the card"
    reader.presses("Space")
    assert reader.page.hasFocus()


def test_a_highlight_is_removed_by_key_and_from_its_card(reader: Student) -> None:
    reader.goes_to(reader.highlights(SIREN, as_="denial"))
    reader.presses("Del")
    assert reader.marked() == reader.kept() == reader.painted() == []
    assert reader.heard_last() == "Denial removed"
    assert reader.list_rows() == ()
    reader.goes_to(reader.highlights(SIREN, as_="claim"))
    reader.presses("Return")
    reader.clicks("Remove highlight")
    assert reader.marked() == reader.kept() == []


def test_tab_walks_the_highlights_and_leaves_after_the_last(reader: Student) -> None:
    first = reader.highlights(UP_TO_900, as_="claim")
    second = reader.highlights(SIREN, as_="denial")
    reader.presses("Ctrl+Home", "Tab")
    assert reader.page.current == first.id
    assert reader.heard_last() == "Claim, 4 words, paragraph 2"
    reader.presses("Tab")
    assert reader.page.current == second.id
    reader.presses("Shift+Tab")
    assert reader.page.current == first.id
    reader.presses("Tab", "Tab")
    assert not reader.page.hasFocus()
    assert reader.room.list.holds_focus()


def test_a_selection_without_a_word_marks_nothing(reader: Student) -> None:
    reader.walks_to("That is simply")
    reader.presses("Left", "Left", "Left", "Shift+Right", "1")
    assert reader.marked() == []
    assert reader.heard_last() == "There are no words to mark here"


def test_what_the_caret_enters_and_leaves_is_announced(reader: Student) -> None:
    reader.highlights(UP_TO_900, as_="claim")
    reader.clicks_words("Mayor Tomas")
    reader.announcements.clear()
    reader.clicks_words(UP_TO_900)
    assert reader.heard_last() == "Claim, 4 words, paragraph 2"
    reader.clicks_words("Mayor Tomas")
    assert reader.heard_last() == "Out of the highlight"


def test_shift_click_selects_up_to_there(reader: Student) -> None:
    reader.places(reader.span(UP_TO_900))
    start, end = reader.places(reader.span(UP_TO_900))
    click(reader.page.viewport(), start)
    click(reader.page.viewport(), end, held=Qt.KeyboardModifier.ShiftModifier)
    reader.presses("3")
    assert reader.marked() == [("unverified-figure", UP_TO_900)]


def test_the_other_button_changes_or_removes_a_highlight(reader: Student) -> None:
    reader.highlights(UP_TO_900, as_="claim")
    chooses_from_menu(reader, UP_TO_900, "Label it unverified figure")
    assert reader.marked() == reader.kept() == [("unverified-figure", UP_TO_900)]
    chooses_from_menu(reader, UP_TO_900, "Remove highlight")
    assert reader.marked() == reader.kept() == []
    reader.command("undo").trigger()
    reader.command("undo").trigger()
    assert reader.marked() == [("claim", UP_TO_900)]


def chooses_from_menu(reader: Student, words: str, choice: str) -> None:
    start, _end = reader.places(reader.span(words))
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.RightButton, pos=start + QPoint(4, 0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text().replace("&", "") == choice)
    action.trigger()
    menu.close()
    settle()
