"""Lesson cards: a card is one button, painted."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from claimlight.ui.controls import paint_card
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.page_picture import paint_page_picture
from claimlight.ui.shelf_card import ShelfCard, ShelfState
from claimlight.ui.tags import paint_tag
from claimlight.ui.typesetting import Typeset, draw_line
from claimlight.wording import _

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class CardShape(Enum):
    """How a card is laid out: wide with its progress, a page over its facts, a line, or the first minute's page."""

    WIDE = 168
    PAGE = 246
    LINE = 88
    FIRST = 428


class LessonCard(QAbstractButton):
    """One lesson. `moved` reports an arrow key, for whoever knows the neighbours."""

    moved = Signal(int)

    def __init__(self, card: ShelfCard, shape: CardShape, look: Look, *, primary: bool = False) -> None:
        super().__init__()
        self.card = card
        self.shape_ = shape
        self._primary = primary
        self._look = look
        self.setText(card.title)
        self.setProperty("radius", 8)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(card.spoken())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(280), self._look.px(self.shape_.value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self.moved.emit(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint_card(painter, box, self._look)
        painters = {
            CardShape.WIDE: self._paint_wide,
            CardShape.PAGE: self._paint_page,
            CardShape.LINE: self._paint_line,
            CardShape.FIRST: self._paint_first,
        }
        painters[self.shape_](painter, box)
        if self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("edge"), self._look.theme.border))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), self._look.px(8), self._look.px(8))
        painter.end()

    def _at(self, left: float, top: float, width: float, height: float) -> QRectF:
        return mirrored(QRectF(left, top, width, height), self)

    @property
    def _start(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft

    @property
    def _end(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight

    def _paint_sheet(self, painter: QPainter, box: QRectF, sheet: QRectF) -> None:
        """The page part of the card, in the page's own colour, with a rule against the rest."""
        look, width = self._look, self._look.theme.border
        path, inner = QPainterPath(), box.adjusted(width, width, -width, -width)
        path.addRoundedRect(inner, look.px(7), look.px(7))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(sheet, look.colour("page"))
        painter.restore()

    def _paint_page(self, painter: QPainter, box: QRectF) -> None:
        look, px, card = self._look, self._look.px, self.card
        room = box.width() - px(34)
        about = self._set(card.about(minutes=False), Type.SMALL, room)
        note = self._set(card.content_note, Type.SMALL_ACTION, room - px(22))
        foot = px(10) + about.height + (px(4) + note.height if card.content_note else px(20)) + px(12 + 18 + 14)
        sheet = self._paint_halves(painter, box, foot)
        picture = sheet.adjusted(px(17), px(16), -px(17), -px(6))
        paint_page_picture(painter, picture, card, look, headline=18, text=15, role="ink2", byline=False, as_page=False)
        left, top = box.left() + px(17), sheet.bottom() + px(10)
        about.draw(painter, self._at(left, top, room, 1).topLeft(), look.colour("ink2"))
        if card.content_note:
            self._paint_note(painter, note, left, top + about.height + px(4))
        self._paint_tags(painter, box, left, room)

    def _paint_halves(self, painter: QPainter, box: QRectF, foot: float) -> QRectF:
        """The page part above, `foot` px of facts below; gives the page part."""
        sheet = QRectF(box.left(), box.top(), box.width(), box.height() - foot)
        self._paint_sheet(painter, box, sheet)
        rule = QRectF(box.left(), sheet.bottom(), box.width(), self._look.theme.border)
        painter.fillRect(rule, self._look.colour("rule"))
        return sheet

    def _paint_tags(self, painter: QPainter, box: QRectF, left: float, room: float) -> None:
        look, px, card = self._look, self._look.px, self.card
        side = px(18)
        for n, mark in enumerate(card.labels):
            tag = self._at(left + n * (side + px(4)), box.bottom() - px(14) - side, side, side)
            paint_tag(painter, tag, mark.letter, look.label_colours(mark.colour), radius=px(4))
        minutes = self._at(left, box.bottom() - px(14) - side, room, side)
        words = _("{n} min").format(n=card.minutes) if card.minutes else ""
        draw_line(painter, minutes, words, look.font(Type.SMALL), look.colour("ink2"), self._end)

    def _set(self, text: str, use: Type, room: float) -> Typeset:
        return Typeset(text, self._look.font(use), room, self._look.line(use), right=self.isRightToLeft())

    def _paint_note(self, painter: QPainter, note: Typeset, left: float, top: float) -> None:
        look, px = self._look, self._look.px
        paint_icon(painter, Icon.INFO, self._at(left, top + px(1), px(15), px(15)), look.colour("ink"))
        note.draw(painter, self._at(left + px(22), top, note.width, 1).topLeft(), look.colour("ink"))

    def _paint_wide(self, painter: QPainter, box: QRectF) -> None:
        look, px = self._look, self._look.px
        width = box.width() * 0.33 if box.width() > look.px(700) else 0.0
        if width:
            sheet = self._at(box.left(), box.top(), width, box.height())
            self._paint_sheet(painter, box, sheet)
            edge = self._at(box.left() + width, box.top(), look.theme.border, box.height())
            painter.fillRect(edge, look.colour("rule"))
            picture = sheet.adjusted(px(20), px(18), -px(12), -1)
            paint_page_picture(painter, picture, self.card, look, headline=14.5, text=9)
        left = box.left() + width + px(20)
        room = box.right() - px(20) - left
        self._paint_title(painter, box, left, room)
        self._paint_progress(painter, box, left, room)

    def _paint_title(self, painter: QPainter, box: QRectF, left: float, room: float) -> None:
        look, px, card = self._look, self._look.px, self.card
        about = self._at(left, box.top() + px(14), room, px(20))
        draw_line(painter, about, card.about(), look.font(Type.SMALL), look.colour("ink2"), self._start)
        font = look.font(Type.SCORE)
        font.setPixelSize(px(22))
        title = Typeset(card.title, font, room, px(28), lines=2, balanced=True, right=self.isRightToLeft())
        at = self._at(left, box.top() + px(36), room, title.height)
        title.draw(painter, at.topLeft(), look.colour("ink"))

    def _paint_progress(self, painter: QPainter, box: QRectF, left: float, room: float) -> None:
        look, px, card = self._look, self._look.px, self.card
        side = px(40)
        top = box.bottom() - px(16) - side
        self._paint_ring(painter, self._at(left, top, side, side))
        words = _("Continue reading") if card.state is ShelfState.CONTINUE else _("Open")
        width = self._paint_button(painter, box.right() - px(20), top + px(1), words, primary=True, from_end=True)
        text = left + side + px(12)
        space = room - side - px(12) - width - px(12)
        line = self._at(text, top - px(1), space, px(20))
        draw_line(painter, line, card.progress(), look.font(Type.ACTION), look.colour("ink"), self._start)
        rest = self._at(text, top + px(20), space, px(18))
        draw_line(painter, rest, card.rest(), look.font(Type.SMALL), look.colour("ink2"), self._start)

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        look, px, card = self._look, self._look.px, self.card
        side = px(40)
        ring = self._at(box.left() + px(15), box.center().y() - side / 2, side, side)
        self._paint_ring(painter, ring)
        left = box.left() + px(15) + side + px(12)
        room = box.right() - px(12) - left
        font = look.font(Type.CARD_TITLE)
        font.setPixelSize(px(16))
        title = Typeset(card.title, font, room, px(20), lines=2, balanced=True, right=self.isRightToLeft())
        status = self._set(card.status, Type.SMALL, room)
        top = box.center().y() - (title.height + px(2) + status.height) / 2
        at = self._at(left, top, room, title.height)
        title.draw(painter, at.topLeft(), look.colour("ink"))
        below = self._at(left, top + title.height + px(2), room, status.height)
        status.draw(painter, below.topLeft(), look.colour("ink2"))

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        look, card = self._look, self.card
        stroke = look.px(4)
        inner = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if card.state is ShelfState.HANDED_IN:
            painter.setPen(QPen(look.colour("edge"), look.px(1.5)))
            painter.drawEllipse(inner)
        else:
            share = 1.0 if card.done else card.paragraph / max(1, card.paragraphs_in_all)
            painter.setPen(QPen(look.colour("rule"), stroke))
            painter.drawEllipse(inner)
            painter.setPen(QPen(look.colour("ink"), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(inner, 90 * 16, round(-360 * 16 * min(1.0, share)))
        painter.restore()
        if card.done:
            icon = Icon.UPLOAD if card.state is ShelfState.HANDED_IN else Icon.TICK
            third = rect.width() * 0.27
            paint_icon(painter, icon, rect.adjusted(third, third, -third, -third), look.colour("ink"))
        else:
            font = look.font(Type.SECONDARY_HEADING)
            font.setPixelSize(look.px(12))
            words = f"{card.paragraph}/{card.paragraphs_in_all}"
            draw_line(painter, rect, words, font, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)

    def _paint_first(self, painter: QPainter, box: QRectF) -> None:
        look, px, card = self._look, self._look.px, self.card
        left, room = box.left() + px(24), box.width() - px(48)
        level = self._set(_("{level}, {n} minutes").format(level=card.level, n=card.minutes), Type.ACTION, room)
        trains = self._set(card.trains, Type.SECONDARY, room)
        note = self._set(card.content_note, Type.SMALL_ACTION, room - px(22))
        words = level.height + trains.height + (px(3) + note.height if card.content_note else 0)
        foot = px(17) + words + px(20 + 36 + 20)
        sheet = self._paint_halves(painter, box, foot)
        picture = sheet.adjusted(px(24), px(24), -px(24), -px(8))
        paint_page_picture(painter, picture, card, look, headline=22, text=12)
        top = sheet.bottom() + px(17)
        level.draw(painter, self._at(left, top, room, 1).topLeft(), look.colour("ink"))
        top += level.height
        trains.draw(painter, self._at(left, top, room, 1).topLeft(), look.colour("ink2"))
        if card.content_note:
            self._paint_note(painter, note, left, top + trains.height + px(3))
        top = box.bottom() - px(20) - px(36)
        self._paint_button(painter, left, top, _("Start reading"), primary=self._primary)

    def _paint_button(
        self, painter: QPainter, x: float, top: float, words: str, *, primary: bool, from_end: bool = False
    ) -> float:
        """What looks like a button in the card; the whole card is one. Gives its width."""
        look, px = self._look, self._look.px
        font = look.font(Type.HEADING if primary else Type.ACTION)
        width = QFontMetricsF(font).horizontalAdvance(words) + px(32 if primary else 26)
        rect = self._at(x - width if from_end else x, top, width, px(36))
        painter.save()
        painter.setBrush(look.colour("fill" if primary else "raised"))
        painter.setPen(QPen(look.colour("ink" if primary else "edge"), look.theme.border))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.setFont(font)
        painter.setPen(look.colour("onfill" if primary else "ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
        return width
