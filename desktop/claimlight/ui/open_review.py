"""The review that is open on the desk: from the shelf, or before a lesson that begins with earlier sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.ui.menus import Menus
from claimlight.ui.window import Window
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.core.codebook import Label
    from claimlight.session.reading import ReadingSession
    from claimlight.session.review import ReviewSession
    from claimlight.ui.review_room import ReviewRoom


class OpenReview(QObject):
    """At most one in the window. It is loaded when one is opened."""

    shelf_wanted = Signal()
    look_wanted = Signal(QWidget)

    def __init__(self, window: Window, study: Study, menus: Menus) -> None:
        super().__init__(window)
        self._window = window
        self._study = study
        self._menus = menus
        self.room: ReviewRoom | None = None

    def waiting(self) -> int:
        """How many passages the next review would show; where that cannot be told, none."""
        try:
            return self._study.reviews.waiting(self._study.person)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return 0

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels of the passage in hand; none while no review is open."""
        return self.room.session.page.labels if self.room is not None else ()

    def begin(self) -> None:
        """Review what is due."""
        try:
            session = self._study.reviews.begin(self._study.person)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        if session is None:
            self.shelf_wanted.emit()
            return
        room = self._show(session, _("Review"))
        room.left.connect(self.shelf_wanted)
        room.done.connect(self._finish)
        if session.damaged is not None:
            self._window.tell_error(session.damaged)

    def before(self, lesson: ReadingSession, go_on: Callable[[], None]) -> bool:
        """Offer the earlier sentences that a lesson opens with, then `go_on`; False where there are none to offer."""
        try:
            session = self._study.reviews.warm_up(self._study.person, lesson)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return False
        if session is None:
            return False
        room = self._show(session, lesson.lesson.title, _("Before you start: one minute with sentences you know."))
        room.left.connect(go_on)
        room.done.connect(go_on)
        return True

    def leave(self) -> None:
        if self.room is not None:
            room, self.room = self.room, None
            room.end()
            self._window.commands["shelf"].setEnabled(False)

    def _show(self, session: ReviewSession, title: str, lead: str = "") -> ReviewRoom:
        from claimlight.ui.review_room import ReviewRoom

        window = self._window
        for excerpt in session.excerpts:
            window.faces.load_for(excerpt.lesson.language)
        self.leave()
        room = ReviewRoom(session, window.commands, window.look, window.announce, lead=lead)
        room.labels_changed.connect(self._menus.set_labels)
        room.look_wanted.connect(self.look_wanted)
        session.failed.connect(window.tell_error)
        self.room = room
        window.hush()
        window.show_page(room, title)
        window.commands["shelf"].setEnabled(True)
        room.begin()
        return room

    def _finish(self) -> None:
        from claimlight.wording.review import next_review

        self.shelf_wanted.emit()
        try:
            wait = self._study.reviews.next_in(self._study.person)
        except ClaimlightError as error:
            self._window.tell_error(error)
        else:
            self._window.tell(next_review(wait))
