"""A start: the least that can be painted first, then the store, the lessons and the student's desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from claimlight import start_trace
from claimlight.core.errors import StoreError
from claimlight.files.places import assets, lessons
from claimlight.store.data_folder import DataFolder, open_data_folder
from claimlight.store.portable import asks_where
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.speaking import speak_at_start
from claimlight.ui.theme import Theme, theme_named
from claimlight.ui.window import Answers, Window
from claimlight.wording import _
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from claimlight.app.wiped_home import WipedHome
    from claimlight.core.identity import Clock

_MAY_BEGIN_ANEW = {"workbook-damaged", "workbook-damaged-no-backup", "workbook-missing"}

_SOON_MS = 50
"""When what the first page does without is loaded: after it can be seen, before anybody can have read it."""


def make_application() -> QApplication:
    # As a word of the command line: `setStyle` gives the style back, and all styles would be loaded to say which.
    application = QApplication.instance() or QApplication(["claimlight", "-style", "Fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Claimlight")
    application.setDesktopFileName("claimlight")
    return application


class Start(QObject):
    """Shows a bare window at once and fills it as soon as it has been painted."""

    usable = Signal()

    def __init__(
        self,
        application: QApplication,
        data_dir: Path,
        folder: DataFolder | StoreError,
        path: Path | None = None,
        *,
        announce: Callable[[str], None] | None = None,
        shipped: Path | None = None,
        wiped: Callable[[], WipedHome | None] = lambda: None,
        program: Path | None = None,
        clock: Clock | None = None,
    ) -> None:
        """`announce` speaks in place of the screen reader; `shipped` holds the lessons in place of our own; `wiped`
        says whether the folder goes at logout; `program` is the folder beside whose program work could be kept; `clock`
        tells the time in place of the computer's."""
        super().__init__()
        self._wiped = wiped
        self._program = program
        self._announce = announce
        self._shipped = shipped
        self._clock = clock
        self._data_dir = data_dir
        self._folder = folder
        self._path = path
        self._closers: list[Callable[[], object]] = []
        self.settings = SettingsFile(data_dir / "settings.ini")
        speak_at_start(self.settings)
        faces = Faces(assets() / "fonts")
        faces.load(Face.SERIF)
        self.window = Window(Look(theme=self._first_theme(application)), faces)
        self.window.recall(self.settings.get("window", "geometry"))
        self.window.frame.installEventFilter(self)
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint is the sign to go on."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return False

    def open_path(self, path: str) -> None:
        """Open a file that was chosen outside: at once, or, while there is no desk yet, as the first."""
        if hasattr(self, "desk"):
            self._answer_second_start(path)
        else:
            self._path = Path(path)

    def end(self) -> None:
        """Let go of the store, then of the folder."""
        for close in reversed(self._closers):
            close()
        self._closers.clear()
        if isinstance(self._folder, DataFolder):
            self._folder.close()

    def _first_theme(self, application: QApplication) -> Theme:
        """The theme that this computer had last. Asking for the colour scheme would make all of Qt's enums: 14 ms."""
        chosen = self.settings.get("look", "theme", "system")
        if chosen == "system":
            ground = application.palette().color(QPalette.ColorRole.Window)
            chosen = "dark" if ground.lightness() < 128 else "paper"
        return theme_named(chosen)

    def _go_on(self) -> None:
        start_trace.mark("painted")
        from claimlight.app.failures import catch_failures
        from claimlight.store.log import set_up_log

        self._closers.append(set_up_log(self._data_dir).close)
        from claimlight.ui.announcing import announcer

        self.window.announce = self._announce or announcer(self.window)
        self._closers.append(catch_failures(self.window.tell))
        self._open_store()
        QTimer.singleShot(0, self, self._say_usable)  # after the paint that is due now

    def _say_usable(self) -> None:
        start_trace.mark("usable")
        self.usable.emit()
        if start_trace.tracing():
            if self._path is None:
                QApplication.quit()
        elif hasattr(self, "desk"):
            QTimer.singleShot(_SOON_MS, self.desk, self.desk.look_for_sticks)

    def _open_store(self, *, fresh: bool = False) -> None:
        """Open the workbook and set up the desk; where that cannot be, say why and what can be done."""
        from claimlight.core.identity import now
        from claimlight.store.opening import open_workbook

        try:
            folder = self._open_folder()
            workbook = open_workbook(folder, fresh=fresh, clock=self._clock or now)
        except StoreError as error:
            self._tell(error)
            return
        self._closers.append(workbook.close)
        self._set_up_desk(folder, workbook)
        if workbook.concerns:
            self.window.tell(" ".join(say(concern) for concern in workbook.concerns), warns=True)
        elif asks_where(self._program, self.settings):
            from claimlight.app.work_place import ask_where

            assert self._program is not None, "it asked"
            ask_where(self._program, self.window, self.settings)
        elif (wiped := self._wiped()) is not None:
            from claimlight.app.wiped_home import KeepingOffer

            self._offer = KeepingOffer(wiped, self.window, workbook, self.settings)
            self._offer.show()

    def _set_up_desk(self, folder: DataFolder, workbook: object) -> None:
        from claimlight.core.identity import new_id, now
        from claimlight.session.study import Study
        from claimlight.store.workbook import Workbook
        from claimlight.ui.desk import StudentDesk

        assert isinstance(workbook, Workbook)
        self.window.faces.load(Face.SANS)
        scheme = QApplication.styleHints().colorScheme()
        study = Study(workbook, self._shipped or lessons(), new_id, self._clock or now)
        self.desk = StudentDesk(self.window, study, self.settings, scheme, folder)
        if start_trace.tracing():
            self.desk.lesson.shown.connect(lambda: QTimer.singleShot(10 * _SOON_MS, self, _leave_when_open))
        self.desk.begin(self._path)
        if not folder.read_only:
            QTimer.singleShot(_SOON_MS, self, self._listen)

    def _listen(self) -> None:
        """Hear of later starts. The network's module is loaded for it, so the page is shown first."""
        from claimlight.ui.handover import Handover

        handover = Handover(self._data_dir)
        handover.asked.connect(self._answer_second_start)
        self._closers.append(handover.close)

    def _open_folder(self) -> DataFolder:
        """The folder, tried again where it could not be opened before the window was there."""
        if isinstance(self._folder, StoreError):
            self._folder = open_data_folder(self._data_dir)
        return self._folder

    def _answer_second_start(self, path: str) -> None:
        self.window.come_forward()
        if path:
            self.desk.open_file(Path(path))

    def _tell(self, error: StoreError) -> None:
        answers: Answers = ((_("Try again"), self._open_store), (_("Quit"), self.window.close))
        if error.code in _MAY_BEGIN_ANEW:
            anew = (_("Begin anew"), lambda: self._open_store(fresh=True))
            back = (_("Go back to the copy"), self._restore)
            answers = (back, anew) if error.params.get("latest_backup") else (anew,)
        self.window.tell(say(error), answers=answers, details=str(error), needs_answer=True, warns=True)

    def _restore(self) -> None:
        from claimlight.store.opening import restore_backup

        try:
            restore_backup(self._open_folder())
        except StoreError as error:
            self._tell(error)
            return
        self._open_store()


def _leave_when_open() -> None:
    start_trace.mark("lesson-open")
    QApplication.quit()
