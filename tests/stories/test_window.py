"""The window: what it remembers, its menus, the ring around what has the keyboard, the card of keys."""

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from claimlight import __version__
from claimlight.files.licences import fonts, installed
from claimlight.ui.about import AboutPage
from claimlight.ui.commands import COMMANDS
from claimlight.ui.faces import ARTICLE_FACES, FACE_NAMES
from claimlight.ui.find_bar import FindBar
from claimlight.ui.focus import FocusRing
from claimlight.ui.key_card import KeyCard
from claimlight.ui.theme import THEMES
from robot_hands import settle
from robots import Student, menu_commands


def test_place_and_size_are_remembered(student: Student) -> None:
    student.window.setGeometry(20, 60, 700, 640)
    settle()
    student.restarts()
    assert student.window.geometry().getRect() == (20, 60, 700, 640)


def test_every_command_is_in_a_menu(student: Student) -> None:
    student.opens("storm-damage")
    shown = list(menu_commands(student.window))
    missing = [command.id for command in COMMANDS if student.command(command.id) not in shown]
    assert missing == []
    assert all(action in shown for action in student.room.marking.label_actions)
    assert [menu.text() for menu in student.window.menuBar().actions()] == [
        "&File", "&Edit", "&Mark", "&Work", "&View", "&Help",
    ]  # fmt: skip


def test_a_command_works_from_its_menu(student: Student) -> None:
    student.opens("storm-damage")
    student.drags("up to 900 homes")
    student.room.marking.label_actions[2].trigger()
    assert student.marked() == [("unverified-figure", "up to 900 homes")]
    student.command("undo").trigger()
    assert student.marked() == []


def test_labels_leave_the_menu_with_their_lesson(student: Student) -> None:
    student.opens("storm-damage")
    student.presses("Ctrl+W")
    assert not [action for action in menu_commands(student.window) if action.text() == "Unverified figure"]
    student.opens("canteen-survey")
    assert len([action for action in menu_commands(student.window) if action.text() == "Claim"]) == 1


def test_a_ring_stands_around_what_has_the_keyboard_on_every_page(student: Student) -> None:
    """The ring must outlive the pages that it stood on."""
    for _page in ("first minute", "shelf"):
        student.presses("Tab", "Shift+Tab")
        focused = student.focused()
        assert isinstance(focused, QAbstractButton)
        (ring,) = student.all(FocusRing)
        assert ring.widget() is focused
        assert ring.geometry().contains(focused.geometry()) or ring.rect().width() > focused.width()
        student.clicks("More lessons") if student.can_press("More lessons") else None
    student.presses("Ctrl+Shift+N", "Tab")
    (ring,) = student.all(FocusRing)
    assert ring.widget() is student.focused()


def test_text_grows_and_shrinks_and_goes_back(student: Student) -> None:
    student.opens("storm-damage")
    usual = student.page.document().size().height()
    student.presses("Ctrl++", "Ctrl++")
    larger = student.page.document().size().height()
    assert larger > usual
    student.presses("Ctrl+-")
    assert usual < student.page.document().size().height() < larger
    student.presses("Ctrl+0")
    assert student.page.document().size().height() == usual


def test_marks_stay_on_their_words_when_the_text_grows(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.presses("Ctrl++", "Ctrl++", "Ctrl++")
    assert student.painted() == [("unverified-figure", "up to 900 homes")]
    student.clicks_words("up to 900 homes")
    assert student.page.current
    student.highlights("about 50 boats", as_="claim")
    assert len(student.painted()) == 2


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_five_themes_are_chosen_and_remembered(student: Student, theme) -> None:  # type: ignore[no-untyped-def]
    student.opens("storm-damage")
    student.clicks("Text and colours")
    student.clicks(theme.name)
    student.presses("Esc")
    assert student.window.look.theme == theme
    picture = student.page.viewport().grab().toImage()
    assert picture.pixelColor(2, picture.height() // 2).name().upper() == theme.page.upper()
    student.restarts()
    assert student.window.look.theme == theme


def test_three_faces_are_chosen_and_remembered(student: Student) -> None:
    student.opens("storm-damage")
    for face in ARTICLE_FACES:
        student.clicks("Text and colours")
        student.clicks(FACE_NAMES[face])
        student.presses("Esc")
        assert student.window.look.face is face
        shown = student.page.document().firstBlock().charFormat().fontFamilies()[0]
        assert shown in QFontDatabase.families()
    assert (len(ARTICLE_FACES), len(THEMES)) == (3, 5)
    student.restarts()
    assert student.window.look.face is ARTICLE_FACES[-1]


def test_the_text_menu_by_keyboard(student: Student) -> None:
    """A choice keeps the keyboard, so that the next one is a key away; Esc gives it back to *Aa*."""
    student.opens("storm-damage")
    student.button("Text and colours").setFocus()
    student.presses("Space")
    for _group in ("face", "size", "spacing"):
        student.presses("Tab")
    while "theme-" not in student.focused_name():
        student.presses("Tab")
    for name in ("theme-paper", "theme-cream", "theme-dark"):
        student.presses("Right")
        assert student.focused_name() == name
    student.presses("Space")
    assert student.window.look.theme.id == "dark"
    assert student.focused_name() == "theme-dark"
    student.presses("Esc")
    assert student.focused() is student.button("Text and colours")


def test_find_goes_from_place_to_place(student: Student) -> None:
    student.opens("storm-damage")
    student.presses("Ctrl+F")
    student.types("HARBOUR")
    assert student.sees("1 of 2")
    first = student.page.selection()
    assert first is not None
    assert student.text[first] == "Harbour"
    student.presses("Return")
    assert student.sees("2 of 2")
    assert student.page.selection() != first
    student.presses("Return")
    assert student.page.selection() == first
    student.presses("Shift+Return")
    assert student.sees("2 of 2")
    student.types("x")
    assert student.sees("Not in this article")
    student.presses("Esc")


def test_what_was_found_can_be_marked(student: Student) -> None:
    student.opens("storm-damage")
    student.presses("Ctrl+F")
    student.types("about 50 boats")
    student.clicks("Close the search")
    assert not student.all(FindBar)
    assert student.page.hasFocus()
    student.presses("3")
    assert student.marked() == [("unverified-figure", "about 50 boats")]


def test_f6_goes_round_the_panes(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights("about 50 boats", as_="claim")
    assert student.page.hasFocus()
    student.presses("F6")
    assert student.focused() is student.listing
    student.presses("F6")
    assert student.focused() is student.button("Claim")
    student.presses("F6")
    assert student.page.hasFocus()


@pytest.mark.parametrize("key", ["F1", "?"])
def test_all_keys_on_one_card(student: Student, key: str) -> None:
    student.opens("storm-damage")
    student.presses(key)
    assert student.all(KeyCard)
    for words in ("takes the whole sentence", "Unverified figure", "checks your work", "moves its end by a word"):
        assert student.sees(words)
    for width, height in ((1024, 600), (1280, 800)):
        student.window.resize(width, height)
        settle()
        (card,) = student.all(KeyCard)
        assert not any(area.verticalScrollBar().maximum() for area in card.findChildren(QScrollArea)), "all at once"
    student.presses("1", "S", "Ctrl+Home")
    assert student.marked() == []
    assert student.page.pen == ""
    student.presses(key)
    assert not student.all(KeyCard)
    assert student.page.hasFocus()


def test_tab_leaves_the_page_and_comes_round_to_it(student: Student) -> None:
    student.opens("storm-damage")
    seen = []
    for _step in range(30):
        student.presses("Tab")
        seen.append(student.focused())
        if student.page.hasFocus():
            break
    assert student.page.hasFocus()
    for words in ("Shelf", "Claim", "Denial", "Text and colours", "Next person", "Check my work"):
        assert student.button(words) in seen, words


def test_about_says_the_version_where_the_work_is_and_what_is_inside(student: Student) -> None:
    student.opens("storm-damage")
    student.command("about").trigger()
    settle()
    assert student.sees(f"Claimlight {__version__}")
    assert student.sees("Free software under the Apache licence 2.0")
    assert student.sees(str(student.folder))
    page = student.window.findChild(AboutPage)
    assert page is not None
    names = {page.table.item(row, 0).text() for row in range(page.table.rowCount())}
    assert names == {"Claimlight", *(part.name for part in (*fonts(), *installed()))}
    page.show_licence(0)
    settle()
    assert student.sees("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION")
    student.presses("Escape")
    settle()
    student.presses("Escape")
    settle()
    assert not student.sees("Free software"), "and the lesson is still there"
    assert student.room is not None


def test_the_palette_moves_with_the_words(student: Student) -> None:
    student.opens("storm-damage")
    student.drags("about 50 boats")
    palette = student.room.marking.palette
    before = palette.y()
    bar = student.page.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    settle()
    assert palette.y() == before - 40
    bar.setValue(bar.maximum())
    settle()
    assert not palette.isVisible()


def test_the_place_in_the_article_is_remembered(student: Student) -> None:
    student.opens("storm-damage")
    student.places(student.span("By evening the rain"))
    on_top = student.page.top_position()
    assert on_top > 0
    student.restarts()
    student.opens("storm-damage")
    assert abs(student.page.top_position() - on_top) < 120
