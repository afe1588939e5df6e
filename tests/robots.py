"""A student at a real window with a real workbook: finds words by phrase, never by pixel."""

import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QListView, QWidget
from shiboken6 import isValid

from claimlight.app.start import Start, make_application
from claimlight.app.wiped_home import WipedHome
from claimlight.core.annotation import Annotation
from claimlight.core.article import Span, Text
from claimlight.core.errors import StoreError
from claimlight.files.places import lessons
from claimlight.session.reading import ReadingSession
from claimlight.store.data_folder import DataFolder, open_data_folder
from claimlight.ui.cards import LessonCard
from claimlight.ui.content_note import ContentNote
from claimlight.ui.ledger_list import LedgerView
from claimlight.ui.page import Page
from claimlight.ui.points import PointsView
from claimlight.ui.reading_room import ReadingRoom
from claimlight.ui.review_room import ReviewRoom
from claimlight.ui.window import Window
from robot_eyes import everything_said, rows_of
from robot_hands import NONE, click, drag, looks, press, settle, wait_until, write

Some = TypeVar("Some", bound=QWidget)


class Student:
    """Somebody at the window of one data folder. `shipped` holds other lessons than the ones that come along."""

    def __init__(
        self, folder: Path, *, shipped: Path | None = None, path: Path | None = None, wiped: WipedHome | None = None
    ) -> None:
        """`wiped`: the folder goes at logout."""
        self.folder = folder
        self.wiped = wiped
        self.shipped = shipped
        self.speech_path = ""
        """Where speech programs are; usually nowhere, whatever this computer has."""
        self.sticks: list[Path] = []
        """The drives that are in; usually none, whatever this computer has."""
        self.later = timedelta()
        """How much later it is than by the computer's clock."""
        self.announcements: list[str] = []
        self.strays: list[str] = []
        make_application().focusWindowChanged.connect(self._watch)
        self.starts(path)

    # The program

    def starts(self, path: Path | None = None) -> None:
        folder: DataFolder | StoreError
        try:
            folder = open_data_folder(self.folder)
        except StoreError as error:
            folder = error
        self._usable: list[bool] = []
        self._own: QWindow | None = None
        application = make_application()
        self.start = Start(
            application,
            self.folder,
            folder,
            path,
            announce=self.announcements.append,
            shipped=self.shipped,
            wiped=lambda: self.wiped,
            clock=lambda: datetime.now(UTC) + self.later,
        )
        self.window.speech_path = self.speech_path
        self.window.drives = lambda: tuple(self.sticks)
        if not (self.folder / "settings.ini").exists():
            self.window.resize(1280, 800)  # Qt's screen without a screen is smaller
        self.start.usable.connect(lambda: self._usable.append(True))
        wait_until(lambda: self._usable, "a usable window")
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow, "an active window")
        self._own = self.window.windowHandle()

    def leaves(self) -> None:
        """Close the window, if it is open; what it held goes with it."""
        if not isValid(self.window):
            return
        self._own = None
        self.window.close()
        assert not self.strays, f"these were windows of their own for a moment: {self.strays}"
        self.start.end()
        self.window.deleteLater()
        self.start.deleteLater()
        settle()

    def _watch(self, window: QWindow | None) -> None:
        """Note when the window loses the keyboard to another: to a widget that was shown before it had a parent."""
        asked_for = window is not None and window.type() == Qt.WindowType.Popup
        if self._own is not None and window is not self._own and not asked_for:
            self.strays.append(window.objectName() if window is not None else "(gone again)")

    def restarts(self, path: Path | None = None) -> None:
        self.leaves()
        self.announcements.clear()
        self.starts(path)

    @property
    def window(self) -> Window:
        return self.start.window

    @property
    def room(self) -> ReadingRoom:
        room = self.start.desk.room
        assert room is not None, "no lesson is open"
        return room

    @property
    def review(self) -> ReviewRoom:
        room = self.start.desk.lesson.review.room
        assert room is not None, "no review is open"
        return room

    @property
    def reviews(self) -> bool:
        return self.start.desk.lesson.review.room is not None

    @property
    def page(self) -> Page:
        return self.review.passage.page if self.reviews else self.room.page

    @property
    def session(self) -> ReadingSession:
        return self.review.session.page if self.reviews else self.room.session

    @property
    def text(self) -> Text:
        return self.session.article.text

    # Sticks

    def puts_in(self, stick: Path) -> None:
        """A stick is in, and is seen."""
        self.sticks.append(stick)
        self.waits_for_a_look()

    def takes_out(self, stick: Path) -> None:
        self.sticks.remove(stick)
        self.waits_for_a_look()

    def waits_for_a_look(self) -> None:
        """Look at the drives now; what comes of it has come when this returns."""
        travelling = self.start.desk.hand_in().travelling
        wait_until(lambda: not looks(travelling.watch), "an end of the look before")
        travelling.watch.look()
        wait_until(lambda: not looks(travelling.watch) and not travelling.working, "an end of the look")

    # Finding things on screen

    def sees(self, words: str) -> bool:
        return any(words in said for said in everything_said(self.window))

    def hears(self, words: str) -> bool:
        return any(words in said for said in self.announcements)

    def heard_last(self) -> str:
        return self.announcements[-1] if self.announcements else ""

    def all(self, kind: type[Some]) -> list[Some]:
        """Every visible widget of this kind."""
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    def button(self, words: str) -> QAbstractButton:
        """The visible button with these words, or this name."""
        found = [
            button
            for button in self.all(QAbstractButton)
            if words in (button.text().replace("&", ""), button.accessibleName())
        ]
        assert found, f"no button “{words}” among {[button.text() for button in self.all(QAbstractButton)]}"
        return found[0]

    def can_press(self, words: str) -> bool:
        return any(
            words in (button.text().replace("&", ""), button.accessibleName()) and button.isEnabled()
            for button in self.all(QAbstractButton)
        )

    def command(self, id: str) -> QAction:
        return self.window.commands[id]

    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()

    def focused_name(self) -> str:
        focused = self.focused()
        return focused.objectName() if focused is not None else ""

    def list_rows(self) -> tuple[str, ...]:
        """*Who says what*, as a screen reader reads it."""
        return rows_of(self.listing)

    @property
    def listing(self) -> LedgerView:
        return next(iter(self.all(LedgerView)))

    @property
    def points(self) -> PointsView:
        return next(iter(self.all(PointsView)))

    def point_rows(self) -> tuple[str, ...]:
        """*How your points add up*, as a screen reader reads it."""
        return rows_of(self.points)

    # Hands

    def presses(self, *chords: str) -> None:
        press(self.window, *chords)

    def types(self, words: str) -> None:
        write(self.window, words)

    def clicks(self, what: str | QWidget) -> None:
        click(self.button(what) if isinstance(what, str) else what)

    def tabs_to(self, words: str) -> None:
        """Press Tab until the button with these words has the keyboard."""
        for _step in range(60):
            if self.focused() is self.button(words):
                return
            self.presses("Tab")
        raise AssertionError(f"Tab never comes to “{words}”")

    def clicks_row(self, view: QListView, words: str, *, times: int = 1) -> None:
        view.scrollTo(self._row(view, words))
        click(view.viewport(), view.visualRect(self._row(view, words)).center(), times=times)

    def drops(self, file: Path) -> None:
        """Let a file fall on the window, as the system's file manager does."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        entering = QDragEnterEvent(QPoint(300, 300), copy, data, left, NONE)
        QApplication.sendEvent(self.window, entering)
        if entering.isAccepted():
            QApplication.sendEvent(self.window, QDropEvent(QPointF(300, 300), copy, data, left, NONE))
        settle()

    # Lessons

    def opens(self, slug: str, *, reads_note: bool = True) -> None:
        """Click on the lesson's card, by way of *More lessons* where it is not among the first."""
        title = titles(self.shipped or lessons()).get(slug) or self._title_here(slug)
        if not self._card(title):
            self.clicks("More lessons")
        self.clicks(self._card(title)[0])
        if reads_note and self.all(ContentNote):
            self.clicks("Start reading")
        if self.can_press("Skip the tour"):
            self.clicks("Skip the tour")

    def _title_here(self, slug: str) -> str:
        return next(entry.lesson.title for entry in self.start.desk.entries() if entry.lesson.slug == slug)

    def cards(self) -> list[str]:
        return [card.card.title for card in self.all(LessonCard)]

    def _card(self, title: str) -> list[LessonCard]:
        return [card for card in self.all(LessonCard) if card.card.title == title]

    def is_now(self, name: str) -> None:
        """Whoever comes next says so."""
        self.presses("Ctrl+Shift+N")
        self.types(name)
        self.presses("Return")

    def opens_file(self, file: Path) -> None:
        """Open a lesson by its file; the tour is known."""
        self.start.desk.open_file(file)
        if self.can_press("Skip the tour"):
            self.clicks("Skip the tour")

    def finishes(self, marks: Iterable[tuple[str, str]]) -> None:
        """Mark these words under these labels, and finish: with a check, or with what takes its place."""
        for words, label in marks:
            self.highlights(words, as_=label)
        if self.session.hands_in:
            self.presses("Ctrl+Return")
        else:
            self.checks()
        assert self.session.closed

    # Words on the page

    def span(self, words: str) -> Span:
        """Where `words` stand; they must stand there once."""
        assert self.text.text.count(words) == 1, f"“{words}” is there {self.text.text.count(words)} times"
        start = self.text.text.index(words)
        return Span(start, start + len(words))

    def places(self, span: Span) -> tuple[QPoint, QPoint]:
        """The pixels of the first and last letter's outer edges, scrolled into view."""
        bar, height = self.page.verticalScrollBar(), self.page.viewport().height()
        bar.setValue(bar.value() + self.page.point_at(span.start).y() - height // 4)
        settle()
        last = self.page.rect_of(Span(span.end - 1, span.end))
        first = self.page.point_at(span.start)
        assert self.page.viewport().rect().contains(last.center()), "too long to be seen as a whole"
        return first + QPoint(1, 0), QPoint(last.right() - 1, self.page.point_at(span.end - 1).y())

    def drags(self, words: str | Span, *, exactly: bool = False) -> None:
        span = self.span(words) if isinstance(words, str) else words
        first, last = self.places(span)
        drag(self.page.viewport(), first, last, Qt.KeyboardModifier.AltModifier if exactly else NONE)

    def drags_from(self, start: QPoint, end: QPoint) -> None:
        drag(self.page.viewport(), start, end)

    def clicks_words(self, words: str, *, times: int = 1) -> None:
        """Click into the middle of `words`."""
        span = self.span(words)
        self.places(span)
        middle = self.page.rect_of(Span((span.start + span.end) // 2, (span.start + span.end) // 2 + 1)).center()
        click(self.page.viewport(), middle, times=times)

    def highlights(self, words: str | Span, *, as_: str) -> Annotation:
        """Drag over the words and press the label's key."""
        before = set(self.session.annotations)
        self.drags(words)
        self.presses(self.key_of(as_))
        made = [each for id, each in self.session.annotations.items() if id not in before]
        assert len(made) == 1, f"{len(made)} highlights were made of “{words}”"
        return made[0]

    def highlights_by_palette(self, words: str, *, as_: str) -> None:
        self.drags(words)
        palette = self.room.marking.palette
        assert palette.isVisible(), "the palette stands beside the selection"
        click(next(button for button in palette.buttons if button.label.id == as_))

    def takes_pen(self, label: str) -> None:
        click(next(button for button in self.room.bar.labels.buttons if button.label.id == label))

    def walks_to(self, words: str) -> Span:
        """Move the caret to `words` with the keys alone, and select them."""
        span = self.span(words)
        self.presses("Ctrl+Home")
        for _step in range(10_000):
            if self.page.caret >= span.start:
                break
            block = self.text.block_index(self.page.caret)
            here_ends = self.text.blocks[block].end
            self.presses("Ctrl+Down" if here_ends < span.start else "Ctrl+Right")
        assert self.page.caret == span.start, f"the caret is at {self.page.caret}, not at {span.start}"
        while self.page.caret < span.end:
            self.presses("Ctrl+Shift+Right")
        return span

    def highlights_by_keys(self, words: str, *, as_: str) -> None:
        self.walks_to(words)
        self.presses(self.key_of(as_))

    def key_of(self, label: str) -> str:
        return str([each.id for each in self.session.labels].index(label) + 1)

    def highlight_on(self, words: str) -> Annotation:
        """The one highlight that covers exactly `words`."""
        found = [each for each in self.session.annotations.values() if each.quote.exact == words]
        assert len(found) == 1, f"{len(found)} highlights on “{words}”: {self.marked()}"
        return found[0]

    def marked(self) -> list[tuple[str, str]]:
        """(label, words) of every highlight, in the order of the page."""
        return [(each.label, each.quote.exact) for each in self.session.in_order()]

    def painted(self) -> list[tuple[str, str]]:
        """(label, words) of every mark that the page paints."""
        spans = (
            (mark.label, self.page._positions.span_to_points(Span(mark.start, mark.end))) for mark in self.page.marks()
        )
        return [(label, self.text[span]) for label, span in spans]

    def kept(self) -> list[tuple[str, str]]:
        """(label, words) of every highlight in the file, in the order of the page."""
        from claimlight.session.reading import page_order

        workbook = self.session._workbook
        found = sorted(workbook.annotations(self.session.attempt), key=page_order)
        return [(each.label, each.quote.exact) for each in found]

    def goes_to(self, annotation: Annotation) -> None:
        """Click on a highlight, so that it is in hand."""
        middle = (annotation.span.start + annotation.span.end) // 2
        self.places(Span(annotation.span.start, annotation.span.start + 1))
        click(self.page.viewport(), self.page.rect_of(Span(middle, middle + 1)).center())
        assert self.page.current == annotation.id

    def checks(self) -> None:
        """Check until the answers are out; a question on the way is left to whoever asked."""
        self.checks_once()
        if not self.session.closed and self.session.checks_left < self.session.lesson.checks:
            self.checks_once()

    def checks_once(self) -> None:
        self.presses("Ctrl+Return")

    # Helpers

    def _row(self, view: QAbstractItemView, words: str):  # type: ignore[no-untyped-def] # Qt's index
        rows = rows_of(view)
        number = next((n for n, row in enumerate(rows) if words in row), -1)
        assert number >= 0, f"no row with “{words}” among {rows}"
        return view.model().index(number, 0)


@cache
def titles(folder: Path) -> dict[str, str]:
    """The titles of the lessons in `folder` by their slugs."""
    sheets = [tomllib.loads(sheet.read_text(encoding="utf-8")) for sheet in folder.glob("*/lesson.toml")]
    return {sheet["slug"]: sheet["title"] for sheet in sheets}


def menu_commands(window: Window) -> Iterator[QAction]:
    """Every action in the menus, submenus and all."""

    def within(actions: list[QAction]) -> Iterator[QAction]:
        for action in actions:
            submenu = action.menu()
            if submenu is not None:
                yield from within(submenu.actions())  # type: ignore[attr-defined] # a QMenu
            elif not action.isSeparator():
                yield action

    return within(window.menuBar().actions())
