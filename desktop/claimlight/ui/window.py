"""The window: one page of the program at a time, its menus, its messages, and what it remembers.

It is painted before most of the program is loaded: what its first frame does without is imported where it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.ui.faces import Faces
from claimlight.ui.first_frame import FirstFrame
from claimlight.ui.look import Look
from claimlight.wording import _
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent

    from claimlight.ui.commands import Commands
    from claimlight.ui.focus import FocusRing
    from claimlight.ui.messages import MessageBar

SUFFIX = ".claimlesson"
TRAVELLING = (".claimclass", ".claimmarks", ".claimrelease", ".claimslip", ".claimwork")
"""Endings of what goes between a teacher and a class besides lessons."""
KEY_FILES = (".claimkey", ".claimschool")
"""Endings of files that hold a key: no page opens them (`ui/key_files.py`)."""

AskForFile = Callable[[QWidget, str], Path | None]
AskForFolder = Callable[[QWidget, str], Path | None]
Answers = tuple[tuple[str, Callable[[], object]], ...]


def ask_in_dialog(parent: QWidget, folder: str) -> Path | None:
    """Ask for a lesson file with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    name, _filter = QFileDialog.getOpenFileName(
        parent,
        _("Open a lesson file"),
        folder,
        _("Lessons (*{suffix} lesson.toml);;Class, marks and answers ({travelling})").format(
            suffix=SUFFIX, travelling=" ".join(f"*{each}" for each in TRAVELLING)
        ),
    )
    return Path(name) if name else None


def ask_for_folder(parent: QWidget, folder: str) -> Path | None:
    """Ask for a folder to hand in to, with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, _("Hand in to which folder?"), folder)
    return Path(name) if name else None


class Window(QMainWindow):
    """Holds the pages and what they share. What they are for is the affair of whoever fills it (see ui/desk.py)."""

    commands: Commands
    """There from `fit_out` on."""

    def __init__(self, look: Look, faces: Faces, *, ask_for_file: AskForFile = ask_in_dialog) -> None:
        super().__init__()
        self.look = look
        self.faces = faces
        self.ask_for_file = ask_for_file
        self.ask_for_folder: AskForFolder = ask_for_folder
        self.speech_path: str | None = None
        """Where speech programs are looked for; None: where the system has its programs."""
        self.drives: Callable[[], tuple[Path, ...]] | None = None
        """The tops of the drives that are in; None: those that the system has."""
        self.setWindowTitle("Claimlight")
        self.setAcceptDrops(True)
        # A first start fits on the screen, its frame and title bar included.
        room = self.screen().availableGeometry().size() - QSize(16, 48)
        self.resize(QSize(1280, 800).boundedTo(room))
        self.setMinimumSize(640, 480)
        self.pages = QStackedWidget()
        self.frame = FirstFrame(look)
        self.pages.addWidget(self.frame)
        self.setCentralWidget(self.pages)
        self._answers: list[QAction] = []
        self._on_drop: Callable[[Path], object] = lambda _path: None
        self._on_close: Callable[[], object] = lambda: None
        self.announce: Callable[[str], None] = lambda _words: None
        """What is said above the page is spoken, too."""
        self.messages: MessageBar | None = None
        self._ring: FocusRing | None = None
        self._over_page: list[QWidget] = []

    # Filling

    def fit_out(self) -> None:
        """Add what the first paint did without: colours and style sheet, commands, message bar and focus ring."""
        if self.messages is not None:
            return
        from PySide6.QtWidgets import QVBoxLayout

        from claimlight.ui.commands import Commands
        from claimlight.ui.focus import FocusRing
        from claimlight.ui.messages import MessageBar

        self._dress(self.look)
        self.commands = Commands(self)
        self.messages = MessageBar(self.look)
        self._ring = FocusRing(self, self.look)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        self.takeCentralWidget()
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)

    def speak_anew(self) -> None:
        """Make again what stands around the pages, in the language that is spoken now."""
        from claimlight.ui.messages import MessageBar

        self.commands.speak_anew()
        old, self.messages = self.messages, MessageBar(self.look)
        whole = self.centralWidget()
        layout = whole.layout() if whole is not None else None
        assert old is not None
        assert layout is not None, "the window is fitted out"
        layout.replaceWidget(old, self.messages)
        old.deleteLater()

    def put_over_page(self, bar: QWidget) -> None:
        """Keep `bar` between the messages and whatever page is shown."""
        whole = self.centralWidget()
        layout = whole.layout() if whole is not None else None
        assert layout is not None, "the window is fitted out"
        layout.insertWidget(1, bar)  # type: ignore[attr-defined] # a column
        self._over_page.append(bar)

    def answer_drops(self, slot: Callable[[Path], object]) -> None:
        self._on_drop = slot

    def answer_close(self, slot: Callable[[], object]) -> None:
        self._on_close = slot

    def show_page(self, page: QWidget, title: str = "") -> None:
        """Show `page` and let go of the one before."""
        old = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.setWindowTitle(_("{title} – Claimlight").format(title=title) if title else "Claimlight")
        if old is not None and old is not page:
            self.pages.removeWidget(old)
            if self._ring is not None:
                self._ring.leave_page()
            old.deleteLater()

    def set_look(self, look: Look) -> None:
        self._dress(look)
        for part in (self.pages.currentWidget(), self.messages, *self._over_page, self._ring):
            if part is not None and hasattr(part, "set_look"):
                part.set_look(look)

    def _dress(self, look: Look) -> None:
        """The application's palette too: menus, scroll areas and dialogs take their colours from it."""
        from PySide6.QtWidgets import QApplication

        from claimlight.ui.stylesheet import dress
        from claimlight.ui.theme import palette

        self.look = look
        QApplication.setPalette(palette(look.theme))
        dress(self, look)

    # Speaking

    def tell(
        self,
        sentence: str,
        *,
        answers: Answers = (),
        details: str = "",
        needs_answer: bool = False,
        warns: bool = False,
    ) -> None:
        """Say one sentence above the page; each answer takes it away and does its work. It `warns` of what went wrong.

        `needs_answer` where the page is empty: without the sentence there would be no way on.
        """
        self.fit_out()
        assert self.messages is not None
        for action in self._answers:
            action.deleteLater()
        self._answers = [self._answer(words, slot) for words, slot in answers]
        self.messages.say(sentence, actions=self._answers, details=details, needs_answer=needs_answer, warns=warns)
        self.announce(sentence)

    def tell_error(self, error: ClaimlightError) -> None:
        self.tell(say(error), details=str(error), warns=True)

    def ask(self, sentence: str, answers: Answers) -> None:
        """Ask in answer to something that was just done: the first answer gets the keyboard."""
        self.tell(sentence, answers=answers)
        assert self.messages is not None
        self.messages.focus_answers()

    def hush(self) -> None:
        if self.messages is not None and self.messages.isVisible():
            self.messages.leave()

    def _answer(self, words: str, slot: Callable[[], object]) -> QAction:
        from PySide6.QtGui import QAction

        action = QAction(words, self)

        def do() -> None:
            self.hush()
            slot()

        action.triggered.connect(do)
        return action

    # Files from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            from PySide6.QtCore import QTimer

            event.acceptProposedAction()
            # After the drop is over, so that an error does not hold up the program it came from.
            QTimer.singleShot(0, self, lambda: self._on_drop(path))

    # Remembering

    def remembered(self) -> str:
        """Place and size, as text for the settings."""
        return bytes(self.saveGeometry().toHex().data()).decode("ascii")

    def recall(self, geometry: str) -> None:
        if geometry:
            from PySide6.QtCore import QByteArray

            self.restoreGeometry(QByteArray.fromHex(geometry.encode("ascii", errors="replace")))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._on_close()
        super().closeEvent(event)

    def come_forward(self) -> None:
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()


def _dropped(event: QDropEvent) -> Path | None:
    """The first file in a drop."""
    return next((Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()), None)
