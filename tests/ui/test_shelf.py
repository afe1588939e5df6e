"""The shelf and the first minute: find a lesson and open it, by mouse and by keys alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.cards import CardShape, LessonCard
from claimlight.ui.content_note import ContentNote
from claimlight.ui.first_frame import FirstFrame
from claimlight.ui.first_minute import FirstMinute
from claimlight.ui.look import Look
from claimlight.ui.page_picture import headline_of
from claimlight.ui.shelf import Shelf
from claimlight.ui.theme import CONTRAST_DARK, DARK
from ui_samples import FERRY, HARBOUR, SHELF, TREES, WAR, WATER
from ui_stage import keep, on_stage

KEYS = Callable[..., None]


@pytest.fixture
def shelf(qtbot: QtBot) -> Shelf:
    owner = QWidget()
    keep(qtbot, owner)
    shelf = Shelf(
        Look(),
        QAction("Open a lesson file…", owner),
        QAction("Next person", owner),
        QAction("My progress", owner),
        QAction("I teach", owner),
    )
    shelf.set_cards(SHELF)
    on_stage(qtbot, shelf)
    return shelf


def shown(widget: QWidget) -> list[str]:
    return [card.card.key for card in widget.findChildren(LessonCard) if card.isVisible()]


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def in_hand() -> str:
    card = QApplication.focusWidget()
    assert isinstance(card, LessonCard)
    return card.card.key


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_lessons_stand_in_groups_and_empty_groups_are_not_named(shelf: Shelf) -> None:
    headings = [text for text in words(shelf) if text in ("Continue", "Ready to hand in", "New", "Handed in", "Marked")]
    assert headings == ["Continue", "New", "Handed in", "Marked"]
    assert shown(shelf) == ["water", "ferry", "trees", "arabic", "war", "snow", "mast", "bees", "bench"]
    assert "9 lessons on this laptop" in words(shelf)


def test_a_click_opens_a_lesson(qtbot: QtBot, shelf: Shelf) -> None:
    card = shelf.findChildren(LessonCard)[2]
    with qtbot.waitSignal(shelf.opened) as opened:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert opened.args == ["trees"]


def test_arrows_walk_the_cards_and_enter_opens(qtbot: QtBot, shelf: Shelf) -> None:
    shelf.focus_cards()
    assert in_hand() == "water"
    press(qtbot, Qt.Key.Key_Down)
    assert in_hand() in ("ferry", "trees")
    press(qtbot, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert in_hand() == "trees"
    press(qtbot, Qt.Key.Key_Down)
    assert in_hand() == "mast"
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert in_hand() == "ferry"
    press(qtbot, Qt.Key.Key_End)
    assert in_hand() == "bench"
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert in_hand() == "bench"
    with qtbot.waitSignal(shelf.opened) as opened:
        press(qtbot, Qt.Key.Key_Return)
    assert opened.args == ["bench"]


def test_slash_searches_and_down_goes_to_what_was_found(qtbot: QtBot, shelf: Shelf) -> None:
    shelf.focus_cards()
    press(qtbot, Qt.Key.Key_Slash)
    assert shelf.search.hasFocus()
    qtbot.keyClicks(shelf.search, "PLANE felled")
    assert shown(shelf) == ["trees"]
    assert "Continue" not in words(shelf)
    press(qtbot, Qt.Key.Key_Down)
    assert in_hand() == "trees"
    press(qtbot, Qt.Key.Key_Up)
    assert shelf.search.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert len(shown(shelf)) == 9


def test_a_search_that_finds_nothing_says_so_and_offers_everything(qtbot: QtBot, shelf: Shelf) -> None:
    qtbot.keyClicks(shelf.search, "zebra")
    assert shown(shelf) == []
    assert "No lesson here fits this search." in words(shelf)
    button = next(child for child in shelf.findChildren(QWidget) if child.accessibleName() == "Show all lessons")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shown(shelf)) == 9


def test_only_one_card_is_a_stop_for_tab(shelf: Shelf) -> None:
    stops = [card for card in shelf.findChildren(LessonCard) if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_level_and_language_narrow_the_shelf(shelf: Shelf) -> None:
    from claimlight.ui.search_field import Choice

    level, language = shelf.findChildren(Choice)
    level.setCurrentIndex(level.findData("Grade 8"))
    assert shown(shelf) == ["water", "arabic"]
    language.setCurrentIndex(language.findData("Arabic"))
    assert shown(shelf) == ["arabic"]
    shelf.set_cards(SHELF)
    assert shown(shelf) == ["arabic"], "the filters keep their choice"


def test_a_card_tells_everything_to_screen_readers(shelf: Shelf) -> None:
    told = {card.card.key: card.accessibleDescription() for card in shelf.findChildren(LessonCard)}
    assert "5 highlights, paragraph 5 of 8" in told["water"]
    assert "2 checks left · last opened yesterday" in told["water"]
    assert "Content note: War, deaths of civilians" in told["war"]
    assert "Done" in told["bees"]
    assert "Came back on Thursday" in told["bees"]
    assert "Labels: Claim, Unverified figure" in told["ferry"]


@pytest.mark.parametrize("look", [Look(DARK), Look(CONTRAST_DARK, scale=2.0), Look(scale=1.5)])
def test_the_shelf_changes_its_look_in_place(qtbot: QtBot, shelf: Shelf, look: Look) -> None:
    shelf.set_look(look)
    QApplication.processEvents()
    assert len(shown(shelf)) == 9
    for card in shelf.findChildren(LessonCard):
        assert card.height() >= look.px(card.shape_.value)
        assert card.parentWidget().rect().contains(card.geometry())


@pytest.mark.parametrize("look", [Look(), Look(scale=2.0)])
def test_a_title_is_never_cut_and_rows_stay_level(qtbot: QtBot, look: Look) -> None:
    """A long title makes its card higher, and the others of its row with it."""
    owner = QWidget()
    keep(qtbot, owner)
    title = "The council says that the old bridge is safe, the drivers say that it is not, and " * 2
    cards = [replace(card, title=title, headline=title) if n % 2 else card for n, card in enumerate(SHELF)]
    shelf = Shelf(
        look, *(QAction(words, owner) for words in ("Open a lesson file…", "Next person", "My progress", "I teach"))
    )
    shelf.set_cards(cards)
    on_stage(qtbot, shelf)
    first = FirstMinute(cards[1:4], look, QAction("Open a lesson file…", owner), QAction("I teach", owner))
    on_stage(qtbot, first)
    made = [*shelf.findChildren(LessonCard), *first.findChildren(LessonCard)]
    assert {card.shape_ for card in made} == set(CardShape)
    for card in made:
        assert card.height() >= card.needed_height(card.width())
        assert card.parentWidget().rect().contains(card.geometry())
        assert card.height() >= plain_height(card, look), "the words alone fit"
    for card in made:
        row = [other for other in made if other.parent() is card.parent() and other.y() == card.y()]
        assert {other.height() for other in row} == {card.height()}
        below = [other for other in made if other.parent() is card.parent() and other.y() > card.y()]
        assert all(other.y() > card.geometry().bottom() for other in below)


def plain_height(card: LessonCard, look: Look) -> float:
    """What the title takes when nothing but it is set, in lines of its own size."""
    size = {CardShape.WIDE: 22, CardShape.PAGE: 18, CardShape.LINE: 16, CardShape.FIRST: 22}[card.shape_]
    return headline_of(card.card, look, card.width(), size).height


def test_next_person_and_a_file_are_shared_actions(qtbot: QtBot) -> None:
    owner = QWidget()
    keep(qtbot, owner)
    file, person = QAction("Open a lesson file…", owner), QAction("Next person", owner)
    shelf = Shelf(Look(), file, person, QAction("My progress", owner), QAction("I teach", owner))
    shelf.set_person("Mila")
    on_stage(qtbot, shelf)
    assert "Mila" in words(shelf)
    with qtbot.waitSignal(person.triggered):
        qtbot.mouseClick(shelf.person.next, Qt.MouseButton.LeftButton)
    button = next(child for child in shelf.findChildren(QWidget) if child.accessibleName() == file.text())
    with qtbot.waitSignal(file.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


class TestFirstMinute:
    @pytest.fixture
    def file(self, qtbot: QtBot) -> QAction:
        owner = QWidget()
        keep(qtbot, owner)
        return QAction("Open a lesson file…", owner)

    @pytest.fixture
    def first(self, qtbot: QtBot, file: QAction) -> FirstMinute:
        first = FirstMinute(
            (FERRY, TREES, HARBOUR, WAR), Look(), file, QAction("I teach", file), more="11 harder ones, up to grade 12"
        )
        on_stage(qtbot, first)
        return first

    def test_the_sentence_is_whole_for_screen_readers(self, first: FirstMinute) -> None:
        sentence = (
            "Read like a reporter. Find what people claim, what they deny, and the figures that nobody has verified."
        )
        assert sentence in words(first)

    def test_three_lessons_and_one_click(self, qtbot: QtBot, first: FirstMinute) -> None:
        assert shown(first) == ["ferry", "trees", "harbour"]
        with qtbot.waitSignal(first.chosen) as chosen:
            qtbot.mouseClick(first.cards[1], Qt.MouseButton.LeftButton)
        assert chosen.args == ["trees"]

    def test_keys_alone(self, qtbot: QtBot, first: FirstMinute) -> None:
        first.focus_cards()
        press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
        assert in_hand() == "harbour"
        with qtbot.waitSignal(first.chosen) as chosen:
            press(qtbot, Qt.Key.Key_Enter)
        assert chosen.args == ["harbour"]

    def test_the_quiet_links(self, qtbot: QtBot, first: FirstMinute, file: QAction) -> None:
        with qtbot.waitSignal(first.more_wanted):
            qtbot.mouseClick(first.more, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(file.triggered):
            qtbot.mouseClick(first.open_file, Qt.MouseButton.LeftButton)

    def test_without_more_lessons_nothing_leads_to_them(self, qtbot: QtBot, file: QAction) -> None:
        first = FirstMinute((FERRY,), Look(), file, QAction("I teach", file))
        on_stage(qtbot, first)
        assert not first.more.isVisible()

    @pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 600), (1920, 1080)])
    def test_all_of_it_fits_without_scrolling(self, qtbot: QtBot, first: FirstMinute, width: int, height: int) -> None:
        first.window().resize(width, height)
        QApplication.processEvents()
        if height > 600:
            assert first._scroll.verticalScrollBar().maximum() == 0
        assert all(card.height() >= 290 for card in first.cards)

    def test_at_200_percent_the_cards_take_lines(self, first: FirstMinute) -> None:
        first.set_look(Look(scale=2.0))
        QApplication.processEvents()
        assert len({card.y() for card in first.cards}) > 1


class TestContentNote:
    @pytest.fixture
    def note(self, qtbot: QtBot) -> ContentNote:
        note = ContentNote(WAR.title, WAR.content_note, Look())
        on_stage(qtbot, note)
        note.setFocus()
        return note

    def test_it_says_what_the_article_is_about(self, note: ContentNote) -> None:
        said = words(note)
        at = said.index("This article is about")
        assert said[at + 1] == "War, deaths of civilians", "a line of its own, which may begin with a capital"

    def test_enter_reads_and_esc_chooses_another(self, qtbot: QtBot, note: ContentNote) -> None:
        assert note.start.hasFocus()
        with qtbot.waitSignal(note.start.clicked):
            qtbot.keyClick(note.start, Qt.Key.Key_Space)
        with qtbot.waitSignal(note.left):
            qtbot.keyClick(note.start, Qt.Key.Key_Escape)
        with qtbot.waitSignal(note.left):
            qtbot.mouseClick(note.another, Qt.MouseButton.LeftButton)
        note.set_look(Look(scale=2.0))


def test_the_first_frame_has_the_name_where_the_first_minute_has_it(qtbot: QtBot) -> None:
    frame = FirstFrame(Look())
    on_stage(qtbot, frame)
    name = frame.findChild(QLabel)
    assert name is not None
    assert name.x() == 64
    frame.set_look(Look(DARK, scale=2.0))
    assert name.x() == 48


def test_progress_without_paragraphs_counts_highlights_alone() -> None:
    assert replace(WATER, paragraphs_in_all=0, highlights=1).progress() == "1 highlight"
