"""A button for one label: its tag, its name underlined in its own line, its key."""

from enum import IntEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton

from claimlight.core.codebook import Label
from claimlight.ui.commands import shown_keys
from claimlight.ui.controls import clicked_by_enter
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.tags import paint_tag, paint_underline

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class LabelFit(IntEnum):
    """How much a label's button says, from all to least: so that the labels stay in one line."""

    ROOMY = 0
    CLOSE = 1
    """The same words, with less around them."""
    SHORT = 2
    """The short name. Spoken is the whole one."""
    BARE = 3
    """The short name without its key, which acts all the same."""


class LabelButton(QToolButton):
    """Shares its action with menu and keys. Checked means that the label is taken as a pen.

    `pointed` says that the pointer (False) or the keyboard (True) has come to it, `left` that it has gone.
    """

    pointed = Signal(bool)
    left = Signal(bool)

    def __init__(self, label: Label, action: QAction, look: Look, *, short: bool = False) -> None:
        super().__init__()
        self.label = label
        self._small = short
        self._fit = LabelFit.ROOMY
        self._look = look
        self.setDefaultAction(action)
        self._show_pen()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if short else Qt.FocusPolicy.TabFocus)
        self.setToolTip("")
        self.setAccessibleName(label.name)
        action.changed.connect(self._action_changed)

    @property
    def words(self) -> str:
        return self.label.short if self._small or self._fit >= LabelFit.SHORT else self.label.name

    def set_fit(self, fit: LabelFit) -> None:
        self._fit = fit
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(round(self._cap_left() + self._cap_width()) + self._edge(), px(36 if self._small else 40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(False)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_tag_and_name(painter)
        self._paint_cap(painter)
        painter.end()

    def _action_changed(self) -> None:
        self._show_pen()
        self.setAccessibleName(self.label.name)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def _show_pen(self) -> None:
        """A label can always be taken as a pen, whether its action is checkable now or not."""
        if not self._small:
            self.setCheckable(True)
            self.setChecked(self.defaultAction().isChecked())

    def _key(self) -> str:
        return "" if self._fit is LabelFit.BARE else shown_keys(self.defaultAction().shortcut().toString())

    def _edge(self) -> int:
        return self._look.px(8 if self._fit is LabelFit.ROOMY else 4)

    def _name_left(self) -> float:
        return float(self._edge() + self._look.px(18 + 9))

    def _name_width(self) -> float:
        return QFontMetricsF(self._look.font(self._use())).horizontalAdvance(self.words)

    def _use(self) -> Type:
        return Type.ACTION if self._small else Type.HEADING

    def _cap_left(self) -> float:
        return self._name_left() + self._name_width() + (self._look.px(10) if self._key() else 0)

    def _cap_width(self) -> float:
        if not self._key():
            return 0.0
        look = self._look
        text = QFontMetricsF(look.font(Type.SMALL_ACTION)).horizontalAdvance(self._key())
        return max(float(look.px(20)), text + look.px(8))

    def _paint_ground(self, painter: QPainter) -> None:
        look, colours = self._look, self._look.label_colours(self.label.colour)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        if self.isChecked():
            painter.setPen(QPen(colours.ink, 1.5))
            painter.setBrush(colours.tint)
        elif self.isDown() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sunken"))
        else:
            return
        painter.drawRoundedRect(rect, look.px(6), look.px(6))

    def _paint_tag_and_name(self, painter: QPainter) -> None:
        look, colours = self._look, self._look.label_colours(self.label.colour)
        side = look.px(18)
        whole = QRectF(self.rect())
        middle = self.height() / 2
        tag = QRectF(self._edge(), middle - side / 2, side, side)
        paint_tag(painter, mirrored(tag, self), self.label.letter, colours, radius=look.px(4))
        name = mirrored(QRectF(self._name_left(), 0, self._name_width() + 1, whole.height()), self)
        painter.setFont(look.font(self._use()))
        painter.setPen(look.colour("ink" if self.isEnabled() else "ink3"))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.words)
        if not self._small:
            y = middle + look.px(13.5)
            unit = look.px(100) / 100
            paint_underline(painter, name.left(), name.right(), y, self.label.line.value, colours.line, unit=unit)

    def _paint_cap(self, painter: QPainter) -> None:
        if not self._key():
            return
        look = self._look
        height = look.px(20)
        cap = QRectF(self._cap_left(), (self.height() - height) / 2, self._cap_width(), height)
        cap = mirrored(cap, self).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour("edge"), look.theme.border))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(cap, look.px(4), look.px(4))
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.font(Type.SMALL_ACTION))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key())
