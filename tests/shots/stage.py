"""The real window on a data folder of its own, and the few things that scenes do with it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from claimlight.app.start import Start, make_application
from claimlight.core.article import Span
from claimlight.store.data_folder import open_data_folder
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.reading_room import ReadingRoom
from claimlight.ui.speaking import begin_speaking
from shots.forms import Form

PATIENCE_MS = 20_000
W = TypeVar("W", bound=QWidget)
Marks = tuple[tuple[str, str], ...]
"""Pairs of words in the article and a label's id."""


class Stage:
    """A started Claimlight. Use it as a context, so that the store is let go of."""

    def __init__(self, folder: Path, form: Form) -> None:
        self.application = make_application()
        folder.mkdir(parents=True, exist_ok=True)
        SettingsFile(folder / "settings.ini").put("look", "language", "ar" if form.mirrored else "en")
        self.form = form
        self.later = timedelta()
        """How much later it is than by the computer's clock."""
        self.start = Start(
            self.application, folder, open_data_folder(folder), clock=lambda: datetime.now(UTC) + self.later
        )
        self.window = self.start.window
        self.picture_of: QWidget = self.window
        """What a picture is taken of; a scene may open a window of its own."""
        self.window.speech_path = ""  # whatever this computer has
        self.sticks: list[Path] = []
        self.window.drives = lambda: tuple(self.sticks)
        self.window.resize(form.width, form.height)
        self.until(lambda: hasattr(self.start, "desk"))
        self.desk = self.start.desk
        self.desk.wardrobe.change_look(form.look, form.look.theme.id)
        self.settle()

    def __enter__(self) -> "Stage":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.window.close()
        self.start.end()
        self.window.deleteLater()
        begin_speaking("en")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def room(self) -> ReadingRoom:
        assert self.desk.room is not None, "a lesson is open"
        return self.desk.room

    def works_as(self, name: str) -> None:
        """Choose or type a name under *Who is working?*."""
        self.desk.next_person()
        page = self.window.pages.currentWidget()
        page.named.emit(name)  # type: ignore[union-attr]
        self.desk.wardrobe.change_look(self.form.look, self.form.look.theme.id)
        self.settle()

    def opens(self, slug: str) -> ReadingRoom:
        """Open a lesson of the shelf, past its content note if there is one."""
        entry = next(entry for entry in self.desk.entries() if entry.lesson.slug == slug)
        self.desk.open_key(entry.key)
        if self.desk.lesson.review.room is not None:
            self.desk.lesson.review.room.back.click()  # sentences of an earlier lesson
        if self.desk.room is None:
            self.window.pages.currentWidget().start.click()  # type: ignore[union-attr]
        self.settle()
        return self.room

    def marks(self, marks: Marks) -> None:
        for words, label in marks:
            self.room.session.highlight(self.place_of(words), label)
        self.settle()

    def place_of(self, words: str) -> Span:
        """Where `words` stand; they must be there once."""
        text = self.room.session.article.text.text
        assert text.count(words) == 1, f"“{words}” is there {text.count(words)} times"
        return Span(text.index(words), text.index(words) + len(words))

    def point_at(self, words: str, *, end: bool = False) -> QPoint:
        """A point of the window on the first letter of `words`, or on the last."""
        span, page = self.place_of(words), self.room.page
        where = page.point_at(span.end - 1) + QPoint(3, 0) if end else page.point_at(span.start) + QPoint(1, 0)
        return page.viewport().mapTo(self.window, where)

    def selects(self, words: str) -> None:
        self.room.page.select(self.place_of(words))
        self.settle()

    def first(self, kind: type[W]) -> W:
        """The window's first visible widget of this kind."""
        return next(widget for widget in self.window.findChildren(kind) if widget.isVisible())

    def until(self, ready: Callable[[], bool]) -> None:
        """Work until `ready`. Raises TimeoutError."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not ready():
            if deadline.hasExpired():
                raise TimeoutError
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    def settle(self) -> None:
        """Let everything that was asked for be laid out and painted, in a window that has the keyboard."""
        self.window.activateWindow()  # offscreen it gets lost when a page with the focus goes
        for _turn in range(4):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()
