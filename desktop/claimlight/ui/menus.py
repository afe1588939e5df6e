"""The menu bar: every command of the window in words."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from claimlight.files.catalogues import LANGUAGES
from claimlight.ui.commands import Commands
from claimlight.ui.theme import SYSTEM, THEMES
from claimlight.ui.window import Window
from claimlight.wording import _

_ENDS = ("end-on", "end-back", "start-on", "start-back")
_ALOUD = ("aloud", "aloud-back", "aloud-next", "aloud-stop")
_MARK = ("sentence", "pen-down", "", *_ENDS, "", "who", "evidence", "link", "", "note", "remove")


class Menus(QObject):
    """File, Edit, Mark, View and Help."""

    recent_chosen = Signal(str)
    recent_cleared = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, window: Window, recent: Sequence[Path]) -> None:
        super().__init__(window)
        self._window: QMainWindow = window
        self._labels: list[QAction] = []
        self._commands: Commands = window.commands
        self._build()
        for id in _ALOUD:
            window.commands[id].setVisible(False)  # until a voice is found
        self.set_recent(recent)

    def speak_anew(self, recent: Sequence[Path]) -> None:
        """Make all menus again, in the language that is spoken now."""
        self._labels = []
        self._window.menuBar().clear()
        self._build()
        self.set_recent(recent)

    def show_language(self, chosen: str) -> None:
        """Tick the language that was chosen."""
        for action in self._languages.actions():
            action.setChecked(action.data() == chosen)

    def _build(self) -> None:
        file = self._menu(_("&File"), ("open",))
        self._recent = file.addMenu(_("Open &recent"))
        own_work = ("hand-in", "leave-class", "remove-work")
        self._fill(file, ("", "shelf", "progress", "next-person", "", *own_work, "", "teach", "", "quit"))
        self._menu(_("&Edit"), ("undo", "redo", "", "find"))
        self._mark = self._menu(_("&Mark"), _MARK)
        self._menu(
            _("&Work"),
            ("check", "say-words", "", "next-mark", "previous-mark", "next-student", "previous-student", "", "again"),
        )
        view = self._menu(_("&View"), ("larger", "smaller", "usual-size", ""))
        self._add_themes(view.addMenu(_("&Theme")))
        self._languages = view.addMenu(_("Lan&guage"))
        self._add_languages(self._languages)
        self._fill(
            view, ("plain", "explain", "words", "", *_ALOUD, "", "keep-still", "", "by-sentence", "", "other-pane")
        )
        self._menu(_("&Help"), ("guide", "teachers-guide", "", "keys", "change-keys", "", "about-lesson", "about"))

    def set_recent(self, files: Iterable[Path]) -> None:
        self._recent.clear()
        for file in files:
            action = self._recent.addAction(file.parent.name if file.name == "lesson.toml" else file.name)
            action.setStatusTip(str(file))
            action.triggered.connect(lambda _checked=False, file=file: self.recent_chosen.emit(str(file)))
        self._recent.setEnabled(not self._recent.isEmpty())
        if not self._recent.isEmpty():
            self._recent.addSeparator()
            self._recent.addAction(_("&Clear this list")).triggered.connect(self.recent_cleared)

    def set_labels(self, actions: Sequence[QAction]) -> None:
        """Put the labels of the open lesson first in the *Mark* menu; without any, take them away."""
        for old in self._labels:
            self._mark.removeAction(old)
        self._labels = [*actions]
        if self._labels:
            first = self._mark.actions()[0]
            self._mark.insertActions(first, self._labels)
            self._labels.append(self._mark.insertSeparator(first))

    def _menu(self, title: str, ids: Iterable[str]) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        self._fill(menu, ids)
        return menu

    def _fill(self, menu: QMenu, ids: Iterable[str]) -> None:
        for id in ids:
            if id:
                menu.addAction(self._commands[id])
            else:
                menu.addSeparator()

    def _add_themes(self, menu: QMenu) -> None:
        for id, name in ((SYSTEM, _("As the system")), *((theme.id, _(theme.name)) for theme in THEMES)):
            menu.addAction(name).triggered.connect(lambda _checked=False, id=id: self.theme_chosen.emit(id))

    def _add_languages(self, menu: QMenu) -> None:
        """Each by its own name, so that who reads no other finds it."""
        for id, name in ((SYSTEM, _("As the system")), *LANGUAGES.items()):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(id)
            action.triggered.connect(lambda _checked=False, id=id: self.language_chosen.emit(id))
