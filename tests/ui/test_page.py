"""Working on a page with a real mouse and a real keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimlight.core.article import Span
from claimlight.ui.look import Look
from claimlight.ui.overlay import Shape
from ui.reader import CLAIM, DENIAL, Reader, article_of, counted

Key = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

NEWS = """Tap water is safe to drink again, the board said. Nobody fell ill; “not one person”.

The clinic 😀 says as many as 640 people may have fallen ill since spring. Dr. Renzi is less sure of that.

قالت المديرة إن المياه آمنة تماما. ونفت كل شيء.

Ms Varnholt rejected this. She went home.
"""
LONG = "\n\n".join(
    f"Paragraph number{n} has some words in it so that it takes at least two lines on a page of the usual width, "
    f"at the usual size; that is{n} all that it says."
    for n in range(60)
)


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return Reader(qtbot, article_of(NEWS))


@pytest.fixture
def far(qtbot: QtBot) -> Reader:
    """A reader of an article that is much longer than the window."""
    return Reader(qtbot, article_of(LONG))


# Selecting with the mouse


def test_a_ragged_drag_selects_whole_words(reader: Reader) -> None:
    reader.drags_over("ater is safe to dri", from_=1, to=-1)
    assert reader.selection == "water is safe to drink"
    assert reader.selected == [reader.span("water is safe to drink")]


@pytest.mark.parametrize("modifier", [ALT, CTRL])
def test_with_alt_or_ctrl_a_drag_is_exact(reader: Reader, modifier: Qt.KeyboardModifier) -> None:
    reader.drags_over("ter is safe to dr", from_=0, to=0, modifiers=modifier)
    assert reader.selection == "ter is safe to dr"


def test_a_drag_backwards_selects_the_same_and_leaves_the_caret_in_front(reader: Reader) -> None:
    reader.drags_over("water is safe", backwards=True)
    assert reader.selection == "water is safe"
    assert reader.rest.startswith("water")


def test_a_drag_over_nothing_but_marks_selects_what_it_covers(reader: Reader) -> None:
    reader.drags_over("; “", from_=0, to=0)
    assert reader.selection == "; “"


def test_a_drag_within_one_word_takes_the_word(reader: Reader) -> None:
    reader.drags_over("rejected", from_=1, to=-1)
    assert reader.selection == "rejected"


def test_a_drag_beyond_emoji_selects_the_words_under_the_mouse(reader: Reader) -> None:
    reader.drags_over("many as 640")
    assert reader.selection == "many as 640"
    reader.drags_over("clinic 😀 says")
    assert reader.selection == "clinic 😀 says"


def test_a_drag_over_right_to_left_words(reader: Reader) -> None:
    reader.drags_over("المديرة إن المياه")
    assert reader.selection == "المديرة إن المياه"


def test_a_drag_from_the_margin_begins_at_the_line(reader: Reader) -> None:
    reader.drags(QPoint(6, reader.point("Tap").y()), reader.point("is safe", 1))
    assert reader.selection == "Tap water is"


def test_a_double_click_takes_the_word_and_a_triple_click_the_sentence(reader: Reader) -> None:
    reader.double_clicks("rejected")
    assert reader.selection == "rejected"
    reader.triple_clicks("Renzi")
    assert reader.selection == "Dr. Renzi is less sure of that."


def test_shift_click_extends_to_a_whole_word(reader: Reader) -> None:
    reader.clicks("water is safe", 0)
    reader.clicks("drink again", 8, SHIFT)
    assert reader.selection == "water is safe to drink again"


def test_a_click_lets_go_of_the_selection(reader: Reader) -> None:
    reader.double_clicks("rejected")
    reader.clicks("clinic")
    assert reader.selected[-1] is None
    assert reader.page.selection() is None


def test_dragging_below_the_page_scrolls_and_keeps_selecting(far: Reader, qtbot: QtBot) -> None:
    start = far.point("number0 has")
    bar = far.page.verticalScrollBar()
    far.presses(start)
    far.moves(start + QPoint(0, 60))
    with qtbot.waitSignal(bar.valueChanged):
        far.moves(QPoint(start.x(), far.page.viewport().height() + 90))
    qtbot.waitUntil(lambda: bar.value() > 200)
    far.releases(QPoint(start.x(), far.page.viewport().height() + 90))
    assert "number7" in far.selection
    stopped = bar.value()
    far.moves(QPoint(start.x(), far.page.viewport().height() + 200), held=False)
    assert bar.value() == stopped


def test_a_drag_on_a_scrolled_page_takes_the_words_that_are_seen(far: Reader) -> None:
    far.page.go_to(far.marks("number40 has"))
    assert far.page.verticalScrollBar().value() > 1000
    far.drags_over("that is40 all")
    assert far.selection == "that is40 all"


# The pen


def test_the_pen_sweeps_whole_words_and_leaves_no_selection(reader: Reader) -> None:
    reader.page.set_pen(CLAIM)
    reader.drags_over("ater is saf")
    assert [reader.words(span) for span in reader.swept] == ["water is safe"]
    assert reader.page.selection() is None
    assert reader.selected[-1] is None


def test_with_the_pen_a_double_click_marks_a_word_and_a_triple_click_a_sentence(reader: Reader) -> None:
    reader.page.set_pen(CLAIM)
    reader.triple_clicks("home")
    assert [reader.words(span) for span in reader.swept] == ["home", "She went home."]


# Highlights under the mouse


def test_pointing_lifts_a_highlight_and_says_so(reader: Reader) -> None:
    hovered = counted(reader.page.hovered.connect)
    reader.marks("water is safe")
    reader.hovers("is safe")
    assert reader.page.lifted() == {"water is safe", ""}
    reader.hovers("rejected")
    assert hovered == ["water is safe", ""]


def test_pointing_at_overlaps_lifts_the_innermost(reader: Reader) -> None:
    reader.marks("water is safe to drink")
    reader.marks("is safe", DENIAL)
    reader.hovers("safe")
    assert "is safe" in reader.page.lifted()


def test_a_click_makes_a_highlight_the_current_one(reader: Reader) -> None:
    current = counted(reader.page.current_changed.connect)
    reader.marks("water is safe")
    reader.clicks("water is safe", 2)
    reader.clicks("rejected")
    assert current == ["water is safe", ""]


def test_a_click_on_a_tag_takes_its_highlight_even_over_other_words(reader: Reader) -> None:
    reader.marks("water is safe to drink")
    reader.marks("water is safe", DENIAL)
    for id in ("water is safe", "water is safe to drink"):
        reader.clicks_at(reader.tag_point(id))
        assert reader.page.current == id


def test_a_double_click_on_a_tag_opens_the_highlight(reader: Reader, qtbot: QtBot) -> None:
    reader.marks("water is safe")
    with qtbot.waitSignal(reader.page.opened) as opened:
        qtbot.mouseDClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=reader.tag_point("water is safe"))
    assert opened.args == ["water is safe"]


def test_from_the_fourth_overlap_the_third_tag_lists_them_all(reader: Reader, qtbot: QtBot) -> None:
    many = ["water is safe to drink again", "water is safe to drink", "water is safe to", "water is safe"]
    for words in many:
        reader.marks(words)
    with qtbot.waitSignal(reader.page.more_asked) as asked:
        reader.clicks_at(reader.tag_point("water is safe to"))
    assert asked.args is not None
    assert asked.args[0] == many
    with pytest.raises(AssertionError, match="no tag"):
        reader.tag_point("water is safe")


def test_the_list_names_a_fourth_that_begins_later(reader: Reader, qtbot: QtBot) -> None:
    for words in ("water is safe to drink again", "water is safe to drink", "water is safe to", "safe to drink again"):
        reader.marks(words)
    with qtbot.waitSignal(reader.page.more_asked) as asked:
        reader.clicks_at(reader.tag_point("water is safe to"))
    assert asked.args is not None
    assert asked.args[0][-1] == "safe to drink again"


# Moving ends


def end_of(reader: Reader, words: str, *, start: bool = False) -> QPoint:
    span = reader.span(words)
    return reader.page.point_at(span.start if start else span.end)


def test_an_end_of_the_highlight_in_hand_is_dragged_by_whole_words(reader: Reader) -> None:
    reader.page.go_to(reader.marks("water is safe"))
    reader.drags(end_of(reader, "water is safe"), reader.point("drink again", 7))
    assert [(id, reader.words(span)) for id, span in reader.moved] == [
        ("water is safe", "water is safe to drink again")
    ]
    assert reader.page.selection() is None


def test_the_start_is_dragged_too_and_the_other_end_stays_to_the_letter(reader: Reader) -> None:
    reader.page.go_to(reader.marks("is saf"))
    reader.drags(end_of(reader, "is saf", start=True), reader.point("Tap", 1))
    assert [reader.words(span) for _, span in reader.moved] == ["Tap water is saf"]


def test_an_end_is_dragged_to_the_letter_with_alt(reader: Reader) -> None:
    reader.page.go_to(reader.marks("water is safe"))
    reader.drags(end_of(reader, "water is safe"), reader.point("drink again", 3), ALT)
    assert [reader.words(span) for _, span in reader.moved] == ["water is safe to dri"]


def test_until_somebody_agrees_the_old_ends_are_shown(reader: Reader) -> None:
    reader.page.go_to(reader.marks("water is safe"))
    before = reader.page.marks()
    reader.drags(end_of(reader, "water is safe"), reader.point("drink again", 7))
    assert reader.page.marks() == before


def test_an_end_never_passes_the_other(reader: Reader) -> None:
    reader.page.go_to(reader.marks("water is safe"))
    reader.drags(end_of(reader, "water is safe"), reader.point("Tap", 1))
    assert [reader.words(span) for _, span in reader.moved] in ([], ["water"])


def test_only_the_highlight_in_hand_has_ends_to_take(reader: Reader) -> None:
    reader.marks("water is safe")
    reader.drags(end_of(reader, "water is safe", start=True), reader.point("drink again", 7))
    assert reader.moved == []
    assert reader.selection == "water is safe to drink again"


def test_shown_answers_have_no_ends_to_take(reader: Reader) -> None:
    reader.page.go_to(reader.marks("water is safe", shape=Shape.CAUGHT))
    assert reader.page.end_at(end_of(reader, "water is safe")) is None


# The caret


@pytest.mark.parametrize(
    ("key", "modifiers", "before", "after"),
    [
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, "water is", "ater is"),
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, "water is", " water is"),
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, "😀 says", " says"),
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, " says as", "😀 says"),
        (Key.Key_Right, CTRL, "ater is", "is safe"),
        (Key.Key_Right, CTRL, "clinic 😀", "says as"),
        (Key.Key_Left, CTRL, "is safe", "water is"),
        (Key.Key_Right, ALT, "water is", "Nobody fell"),
        (Key.Key_Left, ALT, "fell ill;", "Nobody fell"),
        (Key.Key_Down, CTRL, "water is", "The clinic"),
        (Key.Key_Up, CTRL, "clinic 😀", "The clinic"),
        (Key.Key_Up, CTRL, "The clinic", "Tap water"),
        # A paragraph that is read from right to left
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, "المديرة", "لمديرة"),
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, "لمديرة", "المديرة"),
        (Key.Key_Left, CTRL, "المديرة", "إن المياه"),
        (Key.Key_Right, CTRL, "إن المياه", "المديرة"),
        (Key.Key_Left, ALT, "المديرة", "ونفت"),
        (Key.Key_Right, ALT, "كل شيء", "ونفت"),
    ],
)
def test_a_key_moves_the_caret(
    reader: Reader, key: Qt.Key, modifiers: Qt.KeyboardModifier, before: str, after: str
) -> None:
    reader.puts_caret(before)
    reader.types(key, modifiers=modifiers)
    assert reader.page.caret == reader.span(after).start


def test_shift_selects_words_without_the_space_behind_them(reader: Reader) -> None:
    reader.puts_caret("water is")
    reader.types(Key.Key_Right, Key.Key_Right, modifiers=CTRL | SHIFT)
    assert reader.selection == "water is"
    assert reader.selected[-1] == reader.span("water is")


def test_shift_selects_letters_sentences_and_paragraphs(reader: Reader) -> None:
    reader.puts_caret("Nobody")
    reader.types(Key.Key_Right, Key.Key_Right, modifiers=SHIFT)
    assert reader.selection == "No"
    reader.puts_caret("Tap")
    reader.types(Key.Key_Right, modifiers=ALT | SHIFT)
    assert reader.selection == "Tap water is safe to drink again, the board said. "
    reader.types(Key.Key_Down, modifiers=CTRL | SHIFT)
    assert reader.selection.endswith("“not one person”.\n")


def test_home_and_end_go_to_the_ends_of_the_line_and_with_ctrl_of_the_text(reader: Reader) -> None:
    reader.puts_caret("home.")
    reader.types(Key.Key_Home)
    assert reader.rest.startswith("Ms Varnholt")
    reader.types(Key.Key_End)
    assert reader.rest == ""
    reader.types(Key.Key_Home, modifiers=CTRL)
    assert reader.page.caret == 0
    reader.types(Key.Key_End, modifiers=CTRL)
    assert reader.page.caret == len(reader.page.article.text.text)


def test_page_down_and_page_up_turn_pages_and_take_the_caret_along(far: Reader) -> None:
    bar = far.page.verticalScrollBar()
    far.types(Key.Key_PageDown)
    assert far.page.caret > 500
    down = bar.value()
    assert down > 300
    far.types(Key.Key_PageUp)
    assert bar.value() < down


def test_down_goes_by_lines_and_keeps_the_caret_in_view(far: Reader) -> None:
    far.types(*[Key.Key_Down] * 60)
    caret = far.page.rect_of(Span(far.page.caret, far.page.caret + 1))
    assert far.page.viewport().rect().contains(caret.center())


def test_typing_letters_changes_nothing(reader: Reader) -> None:
    before = reader.page.document().toRawText()
    reader.types(Key.Key_A, Key.Key_Backspace, Key.Key_Delete, Key.Key_Return)
    reader.types(Key.Key_V, Key.Key_X, modifiers=CTRL)
    assert reader.page.document().toRawText() == before


# Walking the highlights


@pytest.fixture
def between(qtbot: QtBot) -> Reader:
    """A page between two fields."""
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    reader = Reader(qtbot, article_of(NEWS))
    for widget, name in ((QLineEdit(), "before"), (reader.page, "page"), (QLineEdit(), "after")):
        widget.setObjectName(name)
        rows.addWidget(widget)
    window.resize(888, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    reader.page.setFocus()
    qtbot.waitUntil(reader.page.hasFocus)
    reader.window = window
    return reader


def focused() -> str:
    widget = QGuiApplication.focusObject()
    return widget.objectName() if widget is not None else ""


def test_tab_walks_the_highlights_and_leaves_after_the_last(between: Reader) -> None:
    current = counted(between.page.current_changed.connect)
    for words in ("rejected", "Tap water", "640 people"):
        between.marks(words)
    between.puts_caret("Tap")
    between.page.set_current("")
    current.clear()
    between.types(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert current == ["Tap water", "640 people", "rejected"]
    assert focused() == "page"
    between.types(Key.Key_Tab)
    assert focused() == "after"


def test_shift_tab_walks_back_and_leaves_before_the_first(between: Reader) -> None:
    for words in ("Tap water", "rejected"):
        between.marks(words)
    between.types(Key.Key_End, modifiers=CTRL)
    between.types(Key.Key_Backtab, modifiers=SHIFT)
    assert between.page.current == "rejected"
    between.types(Key.Key_Backtab, modifiers=SHIFT)
    assert between.page.current == "Tap water"
    assert focused() == "page"
    between.types(Key.Key_Backtab, modifiers=SHIFT)
    assert focused() == "before"


def test_tab_begins_at_the_caret(between: Reader) -> None:
    for words in ("Tap water", "640 people", "rejected"):
        between.marks(words)
    between.puts_caret("Renzi")
    between.types(Key.Key_Tab)
    assert between.page.current == "rejected"


def test_enter_opens_the_current_highlight_and_nothing_else(reader: Reader, qtbot: QtBot) -> None:
    reader.marks("water is safe")
    with qtbot.assertNotEmitted(reader.page.opened):
        reader.types(Key.Key_Return)
    reader.page.go_to("water is safe")
    with qtbot.waitSignal(reader.page.opened) as opened:
        reader.types(Key.Key_Return)
    assert opened.args == ["water is safe"]


def test_going_to_a_highlight_far_away_brings_it_into_view(far: Reader) -> None:
    far.page.go_to(far.marks("number50 has"))
    assert far.page.viewport().rect().contains(far.page.rect_of(far.span("number50 has")))
    far.page.go_to(far.marks("number3 has"))
    assert far.page.viewport().rect().contains(far.page.rect_of(far.span("number3 has")))
    far.page.go_to("not there")
    assert far.page.current == "number3 has"


def test_a_removed_highlight_is_no_longer_current(reader: Reader) -> None:
    reader.page.go_to(reader.marks("water is safe"))
    reader.page.take_mark("water is safe")
    assert reader.page.current == ""
    assert reader.page.lane("water is safe") == -1


# Finding


def test_find_goes_forward_around_the_end_and_back(reader: Reader) -> None:
    places = reader.page.places_of("SAID") + reader.page.places_of("ill")
    assert [reader.words(place) for place in places] == ["said", "ill", "ill"]
    first, second = reader.page.places_of("ill")
    for expected in (first, second, first):
        assert reader.page.find("ILL")
        assert reader.page.selection() == expected
    assert reader.page.find("ill", forward=False)
    assert reader.page.selection() == second


def test_typing_on_in_the_search_stays_where_it_is(reader: Reader) -> None:
    for words in ("s", "sa", "saf"):
        assert reader.page.find(words)
        assert reader.page.selection() is not None
    assert reader.page.selection() == Span(reader.span("safe").start, reader.span("safe").start + 3)


def test_what_is_not_there_is_not_found(reader: Reader) -> None:
    assert not reader.page.find("zebra")
    assert not reader.page.find("")
    assert reader.page.selection() is None


def test_search_words_are_taken_as_they_are(reader: Reader) -> None:
    assert reader.page.places_of("Dr.") == [reader.span("Dr.")]
    assert reader.page.places_of("w.n") == []


# Another look, another width


def test_another_look_keeps_the_top_line_the_caret_and_the_highlight(far: Reader, qtbot: QtBot) -> None:
    far.page.go_to(far.marks("number30 has"))
    far.page.verticalScrollBar().setValue(far.page.verticalScrollBar().value() + 13)
    top = far.page.top_position()
    said = counted(far.page.current_changed.connect)
    far.page.set_look(Look(scale=1.5))
    assert far.page.top_position() == top
    assert far.page.caret == far.span("number30 has").start
    assert far.page.current == "number30 has"
    assert said == []


def test_another_look_keeps_the_selection(reader: Reader) -> None:
    reader.drags_over("water is safe", backwards=True)
    reader.page.set_look(Look(scale=2.0))
    assert reader.selection == "water is safe"
    assert reader.rest.startswith("water")


def test_another_look_frees_the_old_document(reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.page.document().destroyed):
        reader.page.set_look(Look(scale=1.25))
    assert len(reader.page.findChildren(QTextDocument)) == 1


def test_many_widths_later_the_same_words_are_on_top(far: Reader) -> None:
    far.page.go_to(far.marks("number30 has"))
    far.page.verticalScrollBar().setValue(far.page.verticalScrollBar().value() + 200)
    top = far.page.top_position()
    for width in (500, 900, 420, 1300, 640, 888):
        far.page.resize(width, 640)
        line = far.page.rect_of(Span(top, top + 1))
        assert -40 < line.top() < 40


# For assistive technology


def test_the_page_is_an_editable_text_that_cannot_be_changed(reader: Reader) -> None:
    page = QAccessible.queryAccessibleInterface(reader.page)
    assert page.role() == QAccessible.Role.EditableText
    assert page.state().readOnly
    assert page.text(QAccessible.Text.Name) == "Taps are safe, town is told"
    assert page.text(QAccessible.Text.Description) == "By Tamsin Vale · Harrowmere"


def test_caret_and_selection_are_told(reader: Reader) -> None:
    reader.puts_caret("says as")
    text = QAccessible.queryAccessibleInterface(reader.page).textInterface()
    assert text is not None
    assert text.cursorPosition() == reader.page.caret + 1  # Qt counts the emoji twice
    reader.page.select(reader.span("as many as 640"))
    assert text.selectionCount() == 1
    assert text.cursorPosition() == reader.span("as many as 640").end + 1
    start, end = (reader.span("as many as 640").start + 1, reader.span("as many as 640").end + 1)
    assert text.text(start, end) == "as many as 640"


# The caret's light


def test_the_caret_blinks_as_the_system_does_only_with_the_focus(between: Reader, qtbot: QtBot) -> None:
    flash = QGuiApplication.styleHints().cursorFlashTime()
    assert flash > 0
    shown = Caret(between)
    between.puts_caret("is safe")
    assert shown()
    qtbot.waitUntil(lambda: not shown(), timeout=flash * 2)
    qtbot.waitUntil(shown, timeout=flash * 2)
    between.types(Key.Key_End, modifiers=CTRL)
    between.types(Key.Key_Tab)
    assert focused() == "after"
    between.page.viewport().repaint()
    assert not shown()


class Caret:
    """Whether the caret is painted."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._ink = Look().colour("ink").rgb()

    def __call__(self) -> bool:
        page = self._reader.page
        at = page.point_at(page.caret)
        image = self._reader.image
        return all(image.pixel(at.x(), at.y() + dy) == self._ink for dy in range(-10, 9))


def test_a_narrow_window_keeps_the_text_within_it(qtbot: QtBot) -> None:
    reader = Reader(qtbot, article_of(NEWS), Look(scale=2.0), width=420)
    viewport = reader.page.viewport().rect()
    for block in reader.page.article.text.blocks:
        lines = reader.page.rect_of(block.span)
        assert viewport.left() <= lines.left()
        assert lines.right() <= viewport.right()


class TestTargets:
    """What is painted small is hit easily: 24 px each way."""

    def test_a_tag_that_stands_alone(self, reader: Reader) -> None:
        target = reader.tag_target(reader.marks("water is safe"))
        assert (target.width(), target.height()) >= (24, 24)

    def test_of_two_tags_side_by_side_the_nearer_one_is_hit(self, reader: Reader) -> None:
        for words, label in (("water is safe", CLAIM), ("water is", DENIAL)):
            reader.marks(words, label)
        first, second = reader.tag_target("water is safe"), reader.tag_target("water is")
        assert first.height() >= 24
        assert first.center().x() < second.center().x()
        assert abs(first.right() - second.left()) <= 1

    def test_the_ends_of_the_highlight_in_hand(self, reader: Reader) -> None:
        reader.page.go_to(reader.marks("water is safe"))
        start = reader.page.point_at(reader.span("water is safe").start)
        hits = [x for x in range(-30, 60) if reader.page.end_at(start + QPoint(x, 0)) is not None]
        assert len(hits) >= 24
        high = [y for y in range(-40, 40) if reader.page.end_at(start + QPoint(2, y)) is not None]
        assert len(high) >= 24

    def test_between_the_ends_of_a_short_one_there_is_room_for_both(self, reader: Reader) -> None:
        reader.page.go_to(reader.marks("safe"))
        start = reader.page.point_at(reader.span("safe").start)
        sides = [end[1] for x in range(60) if (end := reader.page.end_at(start + QPoint(x, 0))) is not None]
        assert sides == sorted(sides, reverse=True), "the start first, then the end"
        assert set(sides) == {True, False}
