"""A teacher at a real window: the same hands and eyes as a student's, at a lesson of their own, counting gestures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from claimlight.core.annotation import Annotation
from claimlight.core.article import Span, Text
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.page import Page
from claimlight.ui.teacher.answers_view import AnswersView
from claimlight.ui.teacher.authoring_room import AuthoringRoom
from claimlight.ui.teacher.desk import TeacherDesk
from claimlight.ui.teacher.item_panel import ItemPanel
from robot_hands import settle, wait_until
from robots import Student


class Teacher(Student):
    """`gestures` counts clicks, keys and sweeps, as a person would."""

    gestures = 0

    @property
    def desk(self) -> TeacherDesk:
        assert self.start.desk.teacher is not None, "nobody teaches yet"
        return self.start.desk.teacher

    @property
    def own_room(self) -> AuthoringRoom:
        assert self.desk.room is not None, "no lesson of one's own is open"
        return self.desk.room

    @property
    def view(self) -> AnswersView:
        assert isinstance(self.own_room.view, AnswersView), "the answers are not being marked"
        return self.own_room.view

    @property
    def panel(self) -> ItemPanel:
        return self.view.panel

    @property
    def page(self) -> Page:
        return self.view.page

    @property
    def session(self) -> AuthoringSession:  # type: ignore[override] # it answers to the same names
        return self.own_room.session

    @property
    def text(self) -> Text:
        return self.session.article.text

    # Hands that count

    def presses(self, *chords: str) -> None:
        self.gestures += len(chords)
        super().presses(*chords)

    def clicks(self, what: str | QWidget) -> None:
        self.gestures += 1
        super().clicks(what)

    def drags(self, words: str | Span, *, exactly: bool = False) -> None:
        self.gestures += 1
        super().drags(words, exactly=exactly)

    def drags_from(self, start: QPoint, end: QPoint) -> None:
        self.gestures += 1
        super().drags_from(start, end)

    def expects_a_window(self) -> None:
        """From now on another window may have the keyboard."""
        self._own = None

    # Lessons

    def pastes_a_lesson(self, article: str) -> None:
        """From the first window or the shelf to the answers, by the clipboard."""
        self.clicks("I teach")
        self.clicks("New lesson")
        QGuiApplication.clipboard().setText(article)
        self.presses("Ctrl+V")
        self.clicks("Make the lesson")

    def marks(self, words: str, *, as_: str) -> Annotation:
        return self.highlights(words, as_=as_)

    def saves_to(self, file: Path) -> None:
        """What the system's dialog would be answered with."""
        self.desk.ask_where = _answers(file)

    def waits_for_the_check(self) -> None:
        wait_until(lambda: not self.own_room.check.busy, "the check of the lesson")
        settle()  # rows that were made last are shown

    def types_into(self, field: QWidget, words: str) -> None:
        field.setFocus()
        settle()
        self.types(words)


def _answers(file: Path) -> Callable[[QWidget, str], Path]:
    def answer(_parent: QWidget, name: str) -> Path:
        return file / name if file.is_dir() else file

    return answer
