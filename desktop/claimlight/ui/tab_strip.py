"""Article and its list: the two tabs below the page at large text; F6 switches."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from claimlight.ui.controls import Caption, KeyCap, clicked_by_enter
from claimlight.ui.look import Look, Type
from claimlight.wording import N_, _
from claimlight.wording.of_student import told


class TabStrip(QFrame):
    """`switched` gives 0 for the article, 1 for the list."""

    switched = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._tabs = (_Tab(_("Article"), look), _Tab(_("Who says what"), look))
        self._held: QWidget | None = None
        self._action: QAction | None = None
        self._cap = KeyCap("F6", look)
        self._hint = Caption(_("switches"), look, Type.SECONDARY, "second")
        self._row = QHBoxLayout(self)
        group = QButtonGroup(self)
        for n, tab in enumerate(self._tabs):
            group.addButton(tab, n)
            self._row.addWidget(tab)
        self._row.addStretch(1)
        self._row.addWidget(self._cap)
        self._row.addWidget(self._hint)
        self._tabs[0].setChecked(True)
        group.idClicked.connect(self.switched)
        self.set_look(look)

    def follow(self, action: QAction) -> None:
        """Show the key that switches."""
        self._action = action
        action.changed.connect(self._show_key)
        self._show_key()

    def _show_key(self) -> None:
        """Nothing where no key switches, nor where something else needs the room."""
        key = self._action.shortcut().toString() if self._action is not None else self._cap.text()
        self._cap.setText(key)
        for hint in (self._cap, self._hint):
            hint.setVisible(bool(key) and self._held is None)

    def set_count(self, highlights: int) -> None:
        self._tabs[1].set_words(_("Who says what"), str(highlights))

    def show_points(self, *, of_student: bool = False) -> None:
        """The second tab is the list of points from now on; with `of_student` a teacher reads it."""
        self._tabs[1].set_words(_(told(N_("Your points"), of_student=of_student)), "")

    def set_current(self, tab: int) -> None:
        self._tabs[tab].setChecked(True)

    def hold(self, widget: QWidget | None) -> None:
        """Have `widget` at the end of the row, where there is no room for another row; None gives it back."""
        if self._held is not None and self._held is not widget:
            self._row.removeWidget(self._held)
        if widget is not None and self._row.indexOf(widget) < 0:
            self._row.addWidget(widget)
            widget.show()
        self._held = widget
        self._show_key()

    def set_look(self, look: Look) -> None:
        for widget in (*self._tabs, self._cap, self._hint):
            widget.set_look(look)
        self._row.setContentsMargins(look.px(12), 0, look.px(12), 0)
        self._row.setSpacing(look.px(6))


class _Tab(QToolButton):
    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("tab", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(name, "")
        self.set_look(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def set_words(self, name: str, count: str) -> None:
        self.setText(f"{name}  {count}" if count else name)
        self.setAccessibleName(f"{name}, {count}" if count else name)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font(Type.HEADING))
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("page"))
            painter.fillRect(QRectF(0, 0, self.width(), look.px(3)), look.colour("ink"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour("sunken"))
        painter.setFont(self.font())
        painter.setPen(look.colour("ink" if self.isChecked() else "ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
