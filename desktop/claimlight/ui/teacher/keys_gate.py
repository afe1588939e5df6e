"""The way to what needs a teacher's keys: the one question, the passphrase, the words on paper, or nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer
from PySide6.QtWidgets import QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.files.recovery_html import NAME
from claimlight.handin.locked_keys import lock, unlock
from claimlight.store.classbook import Classbook
from claimlight.ui.teacher.passphrase_card import Asking, KeysQuestion, NewPassphrase, UnlockCard, WordsCard
from claimlight.ui.teacher.recovery_page import AskWhere, RecoveryPage, ask_where, write_html, write_pdf
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.wording.errors import say
from claimlight.work import teacher_keys
from claimlight.work.teacher_keys import Safety


class KeysGate(QObject):
    """`open` asks what has to be asked, then does `then`; whoever turns back is led to `back`.

    What costs a second (Argon2id) runs beside the window.
    """

    def __init__(
        self, window: Window, classbook: Classbook, then: Callable[[], object], back: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._classbook = classbook
        self._then = then
        self._back = back
        self._work: _Beside | None = None
        self.ask_where: AskWhere = ask_where

    def open(self) -> None:
        try:
            safety = teacher_keys.safety(self._classbook)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        if safety is Safety.OPEN:
            self._then()
        elif safety is Safety.LOCKED:
            self._ask_passphrase()
        else:
            self._ask_question()

    @property
    def busy(self) -> bool:
        return self._work is not None

    # The question

    def _ask_question(self) -> None:
        page = KeysQuestion(self._window.look)
        page.alone.connect(self._stay_open)
        page.shared.connect(self._ask_new)
        page.paper.connect(self._ask_words)
        self._show(page, _("Your keys"))

    def _stay_open(self) -> None:
        self._try(lambda: teacher_keys.nobody_else(self._classbook), self._then)

    def _ask_new(self) -> None:
        page = NewPassphrase(self._window.look)
        page.chosen.connect(lambda words: self._lock(page, words))
        self._show(page, _("Choose a passphrase"))

    def _lock(self, page: NewPassphrase, words: str) -> None:
        try:
            secret = teacher_keys.open_secret(self._classbook)
        except ClaimlightError as error:
            page.say(say(error))
            return

        def keep(locked: bytes) -> None:
            self._try(lambda: teacher_keys.keep_locked(self._classbook, secret, locked), self._show_page)

        self._beside(page, lambda: lock(secret, words), keep)

    # Every later start

    def _ask_passphrase(self) -> None:
        page = UnlockCard(self._window.look)
        page.given.connect(lambda words: self._unlock(page, words))
        page.forgotten.connect(self._ask_words)
        self._show(page, _("Your passphrase"))

    def _unlock(self, page: UnlockCard, words: str) -> None:
        locked = teacher_keys.locked_keys(self._classbook)
        assert locked is not None, "it is asked for only where there is one"
        self._beside(page, lambda: unlock(locked, words), self._hold)

    def _hold(self, secret: bytes) -> None:
        teacher_keys.hold(self._classbook, secret)
        self._then()

    # Paper

    def _ask_words(self) -> None:
        page = WordsCard(self._window.look)
        page.typed.connect(lambda words: self._restore(page, words))
        self._show(page, _("Your recovery page"))

    def _restore(self, page: WordsCard, words: str) -> None:
        """The keys are here again, unlocked; whether others use this computer is asked anew."""
        try:
            left = teacher_keys.restore_keys(self._classbook, words)
        except ClaimlightError as error:
            page.say(say(error))
            return
        self.open()
        self._tell_left(left)

    def _show_page(self) -> None:
        page = RecoveryPage(teacher_keys.page_words(self._classbook), self._window.look)
        page.pdf_wanted.connect(lambda: self._save(pdf=True))
        page.html_wanted.connect(lambda: self._save(pdf=False))
        page.done.connect(self._then)
        self._show(page, _("Your recovery page"))

    def _save(self, *, pdf: bool) -> None:
        window, title = self._window, _("Recovery page of a teacher")
        ending, kinds = (".pdf", "PDF (*.pdf)") if pdf else (".html", "HTML (*.html)")
        path = self.ask_where(window, f"{NAME}{ending}", kinds)
        if path is None:
            return
        html = teacher_keys.recovery_page(self._classbook, direction="rtl" if window.isRightToLeft() else "ltr")
        direction = window.layoutDirection()
        done = write_pdf(path, html, title, window.look, direction=direction) if pdf else write_html(path, html)
        said = _("Saved: {file}. Print it, then delete the file.") if done else _("“{file}” could not be written.")
        window.tell(said.format(file=path.name))

    # Helpers

    def _show(self, page: QWidget, title: str) -> None:
        left = getattr(page, "left", None)
        if left is not None:
            left.connect(self._turn_back)
        self._window.hush()
        self._window.show_page(page, title)
        QTimer.singleShot(0, page, page.setFocus)

    def _turn_back(self) -> None:
        if not self.busy:
            self._back()

    def _try(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        try:
            left = work()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        then()
        self._tell_left(left)

    def _tell_left(self, left: object) -> None:
        if isinstance(left, tuple) and left:
            self._window.tell(
                _("Damaged files may still hold your keys unlocked. Delete them by hand."),
                details="\n".join(map(str, left)),
            )

    def _beside(self, page: Asking, work: Callable[[], bytes], then: Callable[[bytes], object]) -> None:
        """Do `work` in a thread, then what follows, unless another page has been opened meanwhile."""
        page.wait(busy=True)
        job = self._work = _Beside(work, self)
        job.finished.connect(lambda: self._hear(page, job, then))
        application = QCoreApplication.instance()
        assert application is not None, "there is a window"
        application.aboutToQuit.connect(job.wait)
        job.start()

    def _hear(self, page: Asking, job: _Beside, then: Callable[[bytes], object]) -> None:
        self._work = None
        if self._window.pages.currentWidget() is not page:
            return
        if job.error is not None:
            page.say(say(job.error))
        else:
            then(job.made)


class _Beside(QThread):
    def __init__(self, work: Callable[[], bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._job = work
        self.made = b""
        self.error: ClaimlightError | None = None

    def run(self) -> None:
        try:
            self.made = self._job()
        except ClaimlightError as error:
            self.error = error
