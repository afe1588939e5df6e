"""*Your keys* at the teacher's desk: another passphrase, none any more, or one where there was none; and the paper."""

from __future__ import annotations

from collections.abc import Callable

from claimlight.core.errors import ClaimlightError
from claimlight.handin.locked_keys import lock, unlock
from claimlight.handin.words import mark
from claimlight.store.classbook import Classbook
from claimlight.ui.teacher.keys_card import ChangePassphrase, KeysCard, RemovePassphrase
from claimlight.ui.teacher.keys_gate import KeysGate
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.work import teacher_keys
from claimlight.work.teacher_keys import Safety


class KeysDesk(KeysGate):
    """`open` shows how the keys are kept. Each step leads back to that page, and that page to `back`."""

    def __init__(self, window: Window, classbook: Classbook, back: Callable[[], object]) -> None:
        super().__init__(window, classbook, self.open, back)

    def open(self) -> None:
        book = self._classbook
        try:
            asks = teacher_keys.safety(book) is Safety.ASK
            owner, locked = teacher_keys.teacher_public(book), teacher_keys.has_passphrase(book)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        if asks or owner is None:
            self._ask_question()
            return
        page = KeysCard(mark(owner.verify), self._window.look, locked=locked)
        page.new_wanted.connect(self._ask_new)
        page.change_wanted.connect(self._ask_change)
        page.alone_wanted.connect(self._ask_remove)
        page.paper_wanted.connect(self._show_paper)
        self._show(page, _("Your keys"))

    def _ask_change(self) -> None:
        page = ChangePassphrase(self._window.look)
        page.chosen.connect(lambda old, new: self._change(page, old, new))
        self._show(page, _("Change the passphrase"))

    def _change(self, page: ChangePassphrase, old: str, new: str) -> None:
        locked = teacher_keys.locked_keys(self._classbook)
        assert locked is not None, "there is a passphrase to change"
        secrets: list[bytes] = []

        def locked_anew() -> bytes:
            secrets.append(unlock(locked, old))
            return lock(secrets[0], new)

        def keep(made: bytes) -> None:
            words = _("Your passphrase is changed.")
            self._try(lambda: teacher_keys.keep_locked(self._classbook, secrets[0], made), lambda: self._done(words))

        self._beside(page, locked_anew, keep)

    def _ask_remove(self) -> None:
        page = RemovePassphrase(self._window.look)
        page.given.connect(lambda words: self._remove(page, words))
        self._show(page, _("Your passphrase"))

    def _remove(self, page: RemovePassphrase, words: str) -> None:
        locked = teacher_keys.locked_keys(self._classbook)
        assert locked is not None, "there is a passphrase to take away"

        def keep(secret: bytes) -> None:
            said = _("You are not asked for a passphrase any more.")
            self._try(lambda: teacher_keys.keep_open(self._classbook, secret), lambda: self._done(said))

        self._beside(page, lambda: unlock(locked, words), keep)

    def _show_paper(self) -> None:
        """Where the keys are locked still, the passphrase comes first."""
        KeysGate(self._window, self._classbook, self._show_page, self.open).open()

    def _done(self, words: str) -> None:
        self.open()
        self._window.tell(words)

    def _turn_back(self) -> None:
        if self.busy:
            return
        if isinstance(self._window.pages.currentWidget(), KeysCard) or self._asks:
            self._back()
        else:
            self.open()

    @property
    def _asks(self) -> bool:
        return teacher_keys.safety(self._classbook) is Safety.ASK
