"""Look the open lesson over after every change, once typing and marking rest for a moment."""

from PySide6.QtCore import QObject, QTimer, Signal

from claimlight.session.authoring import AuthoringSession
from claimlight.work.draft_check import Found, draft_findings

PAUSE_MS = 150
"""With it and the look itself, the list answers within 300 ms of the last key."""


class LiveCheck(QObject):
    """`found` is what there is to look at now."""

    changed = Signal()

    def __init__(self, session: AuthoringSession) -> None:
        super().__init__(session)
        self._session = session
        self.found: tuple[Found, ...] = ()
        self._looked = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        session.drafted.connect(lambda _change: self._pause.start())

    def look(self) -> None:
        """Look now."""
        self._pause.stop()
        self._looked = True
        self.found = draft_findings(self._session.draft)
        self.changed.emit()

    def current(self) -> tuple[Found, ...]:
        """What there is to look at, of the lesson as it is this moment."""
        if self._pause.isActive() or not self._looked:
            self.look()
        return self.found
