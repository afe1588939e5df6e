"""How the article is set: the face, its size, the space between lines, and the theme."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from claimlight.ui.controls import Caption, IconButton
from claimlight.ui.faces import ARTICLE_FACES, FACE_NAMES, Face, covers
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import LINE_SPACINGS, SCALES, Look, Type
from claimlight.ui.theme import SYSTEM, THEMES, theme_named
from claimlight.wording import _, pgettext


class TextMenu(QFrame):
    """A popover under the Aa button. `look_changed` gives the new look and the theme setting to remember.

    `scheme` is what the system asks for; faces without the letters of `language` are greyed.
    """

    look_changed = Signal(object, str)
    closed = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        *,
        setting: str = SYSTEM,
        language: str = "en",
        scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("floating")
        self.setAccessibleName(_("Text and theme"))
        self._look = look
        self._setting = setting
        self._language = language
        self._scheme = scheme
        self._opener: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self._build()
        self.hide()

    def set_look(self, look: Look) -> None:
        """Show the values of `look` (also after they were changed here)."""
        self._look = look
        focus = QApplication.focusWidget()
        kept = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        self._build()
        again = self.choice(kept) if kept else None
        if again is not None and self._body is not None:
            self._body.show()  # by itself, the layout would do so later
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isVisible() and self._opener is not None:
            self._place(self._opener)

    def open_under(self, button: QWidget) -> None:
        """Open below `button`, take the keyboard, and give it back when closed."""
        self._opener = button
        self._place(button)
        self.show()
        self.raise_()
        chosen = self.choice(f"face-{self._look.face.value}")
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        _application().installEventFilter(self)

    def choice(self, key: str) -> QAbstractButton | None:
        """The button of a choice, such as "face-serif", "larger", "spacing-32", "theme-dark"."""
        return self._body.findChild(QAbstractButton, key) if self._body is not None else None

    def leave(self) -> None:
        if not self.isVisible():
            return
        _application().removeEventFilter(self)
        self.hide()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press outside closes the popover."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched is not self._opener:
                self.leave()
        return False

    def _place(self, button: QWidget) -> None:
        window = self._window
        width = min(self._look.px(380), window.width() - 16)
        self.setFixedWidth(width)
        self._outer.activate()
        edges = 2 * self.frameWidth()
        needed = self._column.totalHeightForWidth(width - edges) + edges
        self.setFixedHeight(min(needed, window.height() - 16))
        at = button.mapTo(window, QPoint(0, button.height() + 8))
        left = at.x() if self.isRightToLeft() else at.x() + button.width() - width
        self.move(max(8, min(left, window.width() - width - 8)), min(at.y(), window.height() - self.height() - 8))

    def _build(self) -> None:
        look, px = self._look, self._look.px
        if self._body is not None:
            self._body.hide()
            self._outer.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        self._outer.addWidget(self._body)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(px(20), px(16), px(20), px(18))
        self._column.setSpacing(px(6))
        self._part(_("Typeface"), [self._face(face) for face in ARTICLE_FACES])
        self._column.addSpacing(px(8))
        self._column.addWidget(Caption(_("Text size"), look, Type.SECONDARY_HEADING))
        self._column.addLayout(self._size())
        self._column.addSpacing(px(8))
        self._part(_("Space between lines"), [self._spacing(n) for n in range(len(LINE_SPACINGS))])
        self._column.addSpacing(px(8))
        self._part(_("Theme"), [self._theme(id) for id in (SYSTEM, *(theme.id for theme in THEMES))])

    def _part(self, title: str, choices: Sequence[QPushButton]) -> None:
        self._column.addWidget(Caption(title, self._look, Type.SECONDARY_HEADING))
        box = QWidget()
        box.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        flow = Flow(box, across=self._look.px(6), down=self._look.px(6))
        group = QButtonGroup(box)
        for choice in choices:
            group.addButton(choice)
            flow.addWidget(choice)
        self._column.addWidget(box)

    def _choice(self, key: str, name: str, chosen: bool) -> QPushButton:
        button = QPushButton(name)
        button.setObjectName(key)
        button.setAccessibleName(name)
        button.setProperty("choice", True)
        button.setCheckable(True)
        button.setChecked(chosen)
        button.setFont(self._look.font(Type.SECONDARY_ACTION))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def _face(self, face: Face) -> QPushButton:
        button = self._choice(f"face-{face.value}", _(FACE_NAMES[face]), face is self._look.face)
        if not covers(face, self._language):
            button.setEnabled(False)
            button.setToolTip(_("This typeface does not have the letters of this article."))
        button.clicked.connect(lambda: self._change(replace(self._look, face=face)))
        return button

    def _spacing(self, n: int) -> QPushButton:
        name = (pgettext("line spacing", "Close"), _("Normal"), _("Wide"))[n]
        spacing = LINE_SPACINGS[n]
        button = self._choice(f"spacing-{spacing}", name, spacing == self._look.spacing)
        button.clicked.connect(lambda: self._change(replace(self._look, spacing=spacing)))
        return button

    def _theme(self, id: str) -> QPushButton:
        theme = theme_named(id, self._scheme)
        name = _("As the system") if id == SYSTEM else _(theme.name)
        button = self._choice(f"theme-{id}", name, id == self._setting)
        button.clicked.connect(lambda: self._change(replace(self._look, theme=theme), id))
        return button

    def _size(self) -> QHBoxLayout:
        look = self._look
        at = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - look.scale))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        words = Caption(f"{round(look.scale * 100)} %", look, Type.ACTION)
        words.setMinimumWidth(look.px(52))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        smaller = self._step(Icon.MINUS, "smaller", _("Smaller text"), at - 1)
        larger = self._step(Icon.PLUS, "larger", _("Larger text"), at + 1)
        for widget in (smaller, words, larger):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _step(self, icon: Icon, key: str, name: str, to: int) -> IconButton:
        button = IconButton(icon, name, self._look)
        button.setObjectName(key)
        button.setProperty("framed", True)
        button.setAccessibleDescription(_("Now {percent} %").format(percent=round(self._look.scale * 100)))
        button.setEnabled(0 <= to < len(SCALES))
        button.clicked.connect(lambda: self._change(self._look.with_scale(SCALES[to])))
        return button

    def _change(self, look: Look, setting: str = "") -> None:
        """After the key or click is done: the choices are made anew, and Qt may still hold the one that was chosen."""
        self._setting = setting or self._setting
        QTimer.singleShot(0, self, lambda: self._show_and_tell(look))

    def _show_and_tell(self, look: Look) -> None:
        self.set_look(look)
        self.look_changed.emit(look, self._setting)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
