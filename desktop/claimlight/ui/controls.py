"""The small parts that every screen is made of: buttons, key caps, text in lines, hairlines, discs with initials."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetricsF,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from claimlight.ui.icons import Icon, icon_image, paint_icon
from claimlight.ui.look import Look, Type
from claimlight.ui.marked_text import MarkedText, Piece
from claimlight.ui.own_viewport import give_viewport
from claimlight.ui.typesetting import Typeset
from claimlight.wording import _


class Button(QPushButton):
    """A button with a word, perhaps an icon before it, perhaps a chevron or a key cap after it.

    Kinds: "plain" (bordered), "primary" (filled), "flat" (no border), "link" (underlined).
    """

    def __init__(
        self, text: str, look: Look, *, kind: str = "plain", icon: Icon | None = None, icon_last: bool = False
    ) -> None:
        super().__init__(text)
        self.setProperty(kind, True)
        self.setAccessibleName(text)
        self._kind = kind
        self._icon = icon
        self._icon_last = icon_last
        self._rtl = self.isRightToLeft()
        if icon_last:
            flipped = Qt.LayoutDirection.LeftToRight if self._rtl else Qt.LayoutDirection.RightToLeft
            self.setLayoutDirection(flipped)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    def set_icon(self, icon: Icon | None) -> None:
        """Another icon before the word, or none."""
        self._icon = icon
        if icon is None:
            self.setIcon(QIcon())
        self.set_look(self._look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font(Type.HEADING if self._kind == "primary" else Type.ACTION))
        if self._icon is not None:
            ink = look.colour("onfill" if self._kind == "primary" else "ink")
            size = look.px(18)
            gap = look.px(5) if self._rtl == self._icon_last else -look.px(5)
            grey = look.colour("ink3")
            self.setIcon(icon_image(self._icon, size, ink, disabled=grey, mirrored=self._rtl, gap=gap))
            self.setIconSize(QSize(size + abs(gap), size))


class IconButton(QToolButton):
    """A square button that shows only an icon: its name is spoken and in the tooltip."""

    def __init__(self, icon: Icon, name: str, look: Look) -> None:
        super().__init__()
        self.setProperty("flat", True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon = icon
        self.set_look(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def follow(self, action: QAction) -> None:
        """Tell the key of `action` in the tooltip, whatever it comes to be."""
        self._followed = action
        action.changed.connect(self._tell_key)
        self._tell_key()

    def _tell_key(self) -> None:
        key = self._followed.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = self.accessibleName()
        self.setToolTip(_("{name} ({key})").format(name=name, key=key) if key else name)
        self.setAccessibleDescription(_("Key {key}").format(key=key) if key else "")

    def set_look(self, look: Look) -> None:
        size = look.px(20)
        ink, grey = look.colour("ink2"), look.colour("ink3")
        self.setIcon(icon_image(self._icon, size, ink, disabled=grey, mirrored=self.isRightToLeft()))
        self.setIconSize(QSize(size, size))


def clicked_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Enter clicks a button as the space bar does; outside a dialog Qt leaves that to the platform.

    Not with Ctrl: whoever checks by Ctrl+Enter once too often does not press what has the keyboard by then.
    """
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or held:
        return False
    button.click()
    return True


class KeyCap(QLabel):
    """A key as it stands on the keyboard. Told to screen readers by the control it belongs to."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text)
        self.setProperty("cap", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self.setFont(look.font(Type.SMALL_ACTION))
        self.setFixedHeight(look.px(24))
        self.setMinimumWidth(look.px(24))

    def follow(self, action: QAction) -> None:
        """Show the key of `action`, whatever it comes to be; nothing where it has none."""
        self._followed = action
        action.changed.connect(self._show_key)
        self._show_key()

    def _show_key(self) -> None:
        key = self._followed.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(key)
        self.setVisible(bool(key))


class Caption(QLabel):
    """One line of text. `tone` is "ink", "second" or "third"."""

    def __init__(self, text: str, look: Look, use: Type = Type.TEXT, tone: str = "ink") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self._use = use
        if self.isRightToLeft():
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            self.setAlignment(right)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self.setFont(look.font(self._use))
        self.setMinimumHeight(look.line(self._use))


class _Lines(QLabel):
    """What a label shows in lines of the design's height: as high as its width makes it."""

    def __init__(self, text: str, look: Look, use: Type) -> None:
        super().__init__(text)
        self._look = look
        self._use = use
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.line(self._use))


class Paragraph(_Lines):
    """Text in lines of the design's height, wrapped to the width there is, cut off after `lines` of them.

    It stays a label, so screen readers read the whole of it.
    """

    def __init__(
        self,
        text: str,
        look: Look,
        use: Type = Type.PARAGRAPH,
        role: str = "ink",
        *,
        lines: int = 0,
        balanced: bool = False,
        at_end: bool = False,
    ) -> None:
        super().__init__(text, look, use)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self._lines = lines
        self._balanced = balanced
        self._at_end = at_end

    def heightForWidth(self, width: int) -> int:
        return round(self._typeset(width).height)

    def sizeHint(self) -> QSize:
        widest = QFontMetricsF(self._look.font(self._use)).horizontalAdvance(self.text())
        width = min(int(widest) + 2, self._look.px(420))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._typeset(self.width()).elided else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self._typeset(self.width())
        spare = self.height() - text.height if text.line_count == 1 else 0.0
        text.draw(painter, QPointF(0, max(0.0, spare / 2)), self._look.colour(self._role))
        painter.end()

    def _typeset(self, width: float) -> Typeset:
        look, use = self._look, self._use
        return Typeset(
            self.text(),
            look.font(use),
            width,
            look.line(use),
            lines=self._lines,
            balanced=self._balanced,
            right=self.isRightToLeft() != self._at_end,
        )


class MarkedLabel(_Lines):
    """A paragraph with marks in it; screen readers hear its plain text."""

    def __init__(self, pieces: Iterable[Piece], look: Look, use: Type) -> None:
        self._pieces = tuple(pieces)
        super().__init__("".join(piece.text for piece in self._pieces), look, use)

    def heightForWidth(self, width: int) -> int:
        return round(self._marked(width).height) + self._look.px(4)

    def sizeHint(self) -> QSize:
        width = self._look.px(480)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._marked(self.width()).draw(painter, QPointF(0, 0), self._look.theme, self._look.colour("ink"))
        painter.end()

    def _marked(self, width: float) -> MarkedText:
        look = self._look
        return MarkedText(self._pieces, look.font(self._use), width, look.line(self._use))


def scrolling(content: QWidget) -> QScrollArea:
    """`content` in a clear scroll area that scrolls up and down only; Tab goes to what is in it."""
    area = QScrollArea()
    give_viewport(area, clear=True)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area


def hairline(name: str = "line") -> QFrame:
    """A rule across ("line"), upright ("upright"), or the 2 px above a total ("total"); never read out."""
    frame = QFrame()
    frame.setObjectName(name)
    return frame


def clear(layout: QLayout) -> None:
    """Take everything out of `layout` and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def initials(name: str) -> str:
    """ "Mi" for Mila, "AK" for Aino K. Letters of any script."""
    words = [word for word in name.replace(".", " ").split() if word[0].isalnum()]
    if not words:
        return ""
    if len(words) == 1:
        return words[0][:1].upper() + words[0][1:2].lower()
    return (words[0][0] + words[-1][0]).upper()


def paint_disc(painter: QPainter, rect: QRectF, name: str, look: Look) -> None:
    """A disc with the initials of `name`; one that has no letters gets a head and shoulders."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("sunken"))
    painter.setPen(QPen(look.colour("rule"), look.theme.border))
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    letters = initials(name)
    if letters:
        font = look.font(Type.HEADING)
        font.setPixelSize(max(8, round(rect.height() * 0.43)))
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    elif name:
        inset = rect.height() * 0.22
        paint_icon(painter, Icon.PERSON, rect.adjusted(inset, inset, -inset, -inset), look.colour("ink"))
    painter.restore()


def paint_card(painter: QPainter, rect: QRectF, look: Look, *, ground: QColor | None = None) -> None:
    """The ground and border of a card."""
    width = look.theme.border
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("raised") if ground is None else ground)
    painter.setPen(QPen(look.colour("rule"), width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), look.px(8), look.px(8))
    painter.restore()


class Disc(QWidget):
    """The person at work, as a disc with initials."""

    def __init__(self, name: str, look: Look, size: int = 28) -> None:
        super().__init__()
        self._size = size
        self._look = look
        self.set_name(name)
        self.set_look(look)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setToolTip(name)
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(look.px(self._size), look.px(self._size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_disc(painter, QRectF(self.rect()), self._name, self._look)
        painter.end()


class KeyButton(QPushButton):
    """A bordered button with a key cap in it, and an icon or a word; with `word`, where there is room, both."""

    def __init__(
        self, name: str, key: str, look: Look, *, icon: Icon | None = None, icon_last: bool = False, word: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name if icon else "")
        self._icon = icon
        self._cap = KeyCap(key, look)
        self._sign = QLabel() if icon else Caption(name, look, Type.ACTION)
        self._word = Caption(name, look, Type.ACTION) if icon and word else None
        self._row = QHBoxLayout(self)
        parts: list[QWidget] = [self._cap, self._sign] if icon_last else [self._sign, self._cap]
        if self._word is not None:
            parts.insert(0 if icon_last else 1, self._word)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def show_word(self, shown: bool) -> None:
        """Its name in sight, or only for those who listen."""
        if self._word is not None:
            self._word.setVisible(shown)
            self.updateGeometry()

    @property
    def shows_word(self) -> bool:
        return self._word is not None and not self._word.isHidden()

    def room_for_word(self) -> int:
        """How much wider it is (px) with its word than without."""
        return self._word.sizeHint().width() + self._row.spacing() if self._word is not None else 0

    def follow(self, action: QAction) -> None:
        """Show the key of `action`, whatever it comes to be."""
        self._cap.follow(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def set_look(self, look: Look) -> None:
        self._cap.set_look(look)
        self._cap.setFixedHeight(look.px(20))
        self._row.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(6))
        self._row.setSpacing(look.px(8))
        if self._word is not None:
            self._word.set_look(look)
        if isinstance(self._sign, Caption):
            self._sign.set_look(look)
        elif self._icon is not None:
            icon = icon_image(self._icon, look.px(16), look.colour("ink"), mirrored=self.isRightToLeft())
            self._sign.setPixmap(icon.pixmap(QSize(look.px(16), look.px(16)), self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint().expandedTo(QSize(0, self._row.contentsMargins().top() * 6))


class Sign(QWidget):
    """An icon that stands before a sentence; what it says is in the sentence."""

    def __init__(self, icon: Icon, look: Look) -> None:
        super().__init__()
        self.icon = icon
        self.set_look(look)

    def show_icon(self, icon: Icon) -> None:
        self.icon = icon
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(look.px(20), look.px(22))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.width()
        paint_icon(painter, self.icon, QRectF(0, 1, side, side), self._look.colour("ink"))
        painter.end()
