"""Look the open lesson over after every change, once typing and marking rest for a moment."""

from dataclasses import replace

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from claimlight.core.draft import DraftChange
from claimlight.session.authoring import AuthoringSession
from claimlight.work import entry_edits
from claimlight.work.draft import Draft
from claimlight.work.draft_check import Found, in_order, played_findings, quick_findings

PAUSE_MS = 150
"""With it and the look itself, the list answers within 300 ms of the last key."""


class LiveCheck(QObject):
    """`found` is what there is to look at now. What simple strategies would score is played beside the window."""

    changed = Signal()

    def __init__(self, session: AuthoringSession) -> None:
        super().__init__(session)
        self._session = session
        self._quick: tuple[Found, ...] = ()
        self._played: tuple[Found, ...] = ()
        self._looked = False
        self._writing = ("", "")
        self._player: _Player | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        session.drafted.connect(self._follow)

    def _follow(self, _change: DraftChange) -> None:
        self._writing = ("", "")
        self._pause.start()

    @property
    def found(self) -> tuple[Found, ...]:
        return in_order((*self._quick, *self._played))

    def hear_writing(self, id: str, words: str) -> None:
        """An explanation is being written: it counts before it is kept, so that the list does not lag behind."""
        self._writing = (id, words)
        self._pause.start()

    @property
    def busy(self) -> bool:
        """Whether something may still be found in the lesson as it is."""
        return self._pause.isActive() or self._player is not None

    def look(self) -> None:
        """Look now; what takes longer follows."""
        self._pause.stop()
        self._looked = True
        self._quick = quick_findings(self._as_written())
        if self._player is None:
            self._play()
        self.changed.emit()

    def current(self) -> tuple[Found, ...]:
        """What there is to look at, of the lesson as it is this moment."""
        if self._pause.isActive() or not self._looked:
            self.look()
        return self.found

    def end(self) -> None:
        """The lesson is left."""
        self._pause.stop()
        player, self._player = self._player, None
        if player is not None:
            player.wait()

    def _as_written(self) -> Draft:
        draft, (id, words) = self._session.draft, self._writing
        placed = draft.entries.get(id)
        if placed is None:
            return draft
        entry = entry_edits.explained(placed.entry, words.strip())
        return replace(draft, entries={**draft.entries, id: replace(placed, entry=entry)})

    def _play(self) -> None:
        self._player = _Player(self._session.draft)
        self._player.finished.connect(self._hear_played)
        self._player.start()

    def _hear_played(self) -> None:
        """Where the lesson is another one by now, it is played again."""
        player, self._player = self._player, None
        if player is None:
            return
        self._played = player.found
        if player.draft is not self._session.draft:
            self._play()
        self.changed.emit()


class _Player(QThread):
    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.found: tuple[Found, ...] = ()

    def run(self) -> None:
        self.found = played_findings(self.draft)
