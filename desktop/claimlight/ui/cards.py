"""Lesson cards: a card is one button, painted."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from claimlight.ui.card_parts import button_width, paint_button, paint_ring
from claimlight.ui.controls import paint_card
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.page_picture import headline_of, paint_page_picture
from claimlight.ui.shelf_card import ShelfCard, ShelfState
from claimlight.ui.tags import paint_tag
from claimlight.ui.typesetting import Typeset, draw_line
from claimlight.wording import _

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class CardShape(Enum):
    """How a card is laid out: wide with its progress, a page over its facts, a line, or the first minute's page.

    The value is its height in px before scaling; a title that needs more lines makes it higher.
    """

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
        self._needed: dict[int, int] = {}
        self.setText(card.title)
        self.setProperty("radius", 8)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(card.spoken())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._needed.clear()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._look.px(280)
        return QSize(width, max(self._look.px(self.shape_.value), self.needed_height(width)))

    def needed_height(self, width: int) -> int:
        """How high the card must be, so wide, for a title that is never cut. Layouts ask for the same over and over."""
        if width not in self._needed:
            self._needed[width] = self._measured_height(width)
        return self._needed[width]

    def _measured_height(self, width: int) -> int:
        px = self._look.px
        match self.shape_:
            case CardShape.WIDE:
                room = width - self._picture_width(width) - px(40)
                told = max(px(40), sum(line.height for line in self._progress_lines(room)))
                needed = px(36) + self._wide_title(room).height + px(12) + told + px(16)
            case CardShape.LINE:
                title, status = self._line_words(width - px(79))
                needed = title.height + px(2) + status.height + px(20)
            case CardShape.PAGE:
                head = headline_of(self.card, self._look, width - px(34), 18)
                needed = px(16) + head.height + px(4 + 2 * 22.5 + 6) + self._page_foot(width)
            case CardShape.FIRST:
                head = headline_of(self.card, self._look, width - px(48), 22)
                needed = px(24) + head.height + px(4 + 18 + 2 * 21 + 8) + self._first_foot(width)
        return round(needed)

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
        about, note = self._page_words(room)
        sheet = self._paint_halves(painter, box, self._page_foot(box.width()))
        picture = sheet.adjusted(px(17), px(16), -px(17), -px(6))
        paint_page_picture(painter, picture, card, look, headline=18, text=15, role="ink2", byline=False, as_page=False)
        left, top = box.left() + px(17), sheet.bottom() + px(10)
        about.draw(painter, self._at(left, top, room, 1).topLeft(), look.colour("ink2"))
        if card.content_note:
            self._paint_note(painter, note, left, top + about.height + px(4))
        self._paint_tags(painter, box, left, room)

    def _page_words(self, room: float) -> tuple[Typeset, Typeset]:
        card, px = self.card, self._look.px
        about = self._set(card.about(minutes=False), Type.SMALL, room)
        return about, self._set(card.content_note, Type.SMALL_ACTION, room - px(22))

    def _page_foot(self, width: float) -> float:
        """How much of a page card the facts take."""
        px = self._look.px
        about, note = self._page_words(width - px(34))
        return px(10) + about.height + (px(4) + note.height if self.card.content_note else px(20)) + px(12 + 18 + 14)

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
        width = self._picture_width(box.width())
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

    def _picture_width(self, width: float) -> float:
        """How much of a wide card its page takes; a narrow one has none."""
        return width * 0.33 if width > self._look.px(700) else 0.0

    def _wide_title(self, room: float) -> Typeset:
        look = self._look
        font = look.font(Type.SCORE)
        font.setPixelSize(look.px(22))
        return Typeset(self.card.title, font, room, look.px(28), balanced=True, right=self.isRightToLeft())

    def _paint_title(self, painter: QPainter, box: QRectF, left: float, room: float) -> None:
        look, px, card = self._look, self._look.px, self.card
        about = self._at(left, box.top() + px(14), room, px(20))
        draw_line(painter, about, card.about(), look.font(Type.SMALL), look.colour("ink2"), self._start)
        title = self._wide_title(room)
        at = self._at(left, box.top() + px(36), room, title.height)
        title.draw(painter, at.topLeft(), look.colour("ink"))

    def _paint_progress(self, painter: QPainter, box: QRectF, left: float, room: float) -> None:
        """Ring, words and button, each in the middle of the same row."""
        look, px = self._look, self._look.px
        lines = self._progress_lines(room)
        height = sum(line.height for line in lines)
        middle = box.bottom() - px(16) - max(px(40), height) / 2
        side = px(40)
        paint_ring(painter, self._at(left, middle - side / 2, side, side), self.card, look)
        button = self._at(box.right() - px(20) - self._button_width(), middle - px(18), self._button_width(), px(36))
        paint_button(painter, button, self._button_words, look, primary=True)
        top = middle - height / 2
        for line, role in zip(lines, ("ink", "ink2"), strict=False):
            at = self._at(left + side + px(12), top, line.width, line.height)
            line.draw(painter, at.topLeft(), look.colour(role))
            top += line.height

    def _progress_lines(self, room: float) -> tuple[Typeset, ...]:
        """How far it has come, and what is left; the second only where there is something to say."""
        space = room - self._look.px(40 + 12 + 12) - self._button_width()
        rest = self.card.rest()
        progress = self._set(self.card.progress(), Type.ACTION, space)
        return (progress, self._set(rest, Type.SMALL, space)) if rest else (progress,)

    @property
    def _button_words(self) -> str:
        return _("Continue reading") if self.card.state is ShelfState.CONTINUE else _("Open")

    def _button_width(self) -> float:
        return button_width(self._button_words, self._look, primary=True)

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        look, px = self._look, self._look.px
        side = px(40)
        ring = self._at(box.left() + px(15), box.center().y() - side / 2, side, side)
        paint_ring(painter, ring, self.card, look)
        left = box.left() + px(15) + side + px(12)
        room = box.right() - px(12) - left
        title, status = self._line_words(room)
        top = box.center().y() - (title.height + px(2) + status.height) / 2
        at = self._at(left, top, room, title.height)
        title.draw(painter, at.topLeft(), look.colour("ink"))
        below = self._at(left, top + title.height + px(2), room, status.height)
        status.draw(painter, below.topLeft(), look.colour("ink2"))

    def _line_words(self, room: float) -> tuple[Typeset, Typeset]:
        look = self._look
        font = look.font(Type.CARD_TITLE)
        font.setPixelSize(look.px(16))
        title = Typeset(self.card.title, font, room, look.px(20), balanced=True, right=self.isRightToLeft())
        return title, self._set(self.card.status, Type.SMALL, room)

    def _paint_first(self, painter: QPainter, box: QRectF) -> None:
        look, px, card = self._look, self._look.px, self.card
        left, room = box.left() + px(24), box.width() - px(48)
        level, trains, note = self._first_words(room)
        sheet = self._paint_halves(painter, box, self._first_foot(box.width()))
        picture = sheet.adjusted(px(24), px(24), -px(24), -px(8))
        paint_page_picture(painter, picture, card, look, headline=22, text=12)
        top = sheet.bottom() + px(17)
        level.draw(painter, self._at(left, top, room, 1).topLeft(), look.colour("ink"))
        top += level.height
        trains.draw(painter, self._at(left, top, room, 1).topLeft(), look.colour("ink2"))
        if card.content_note:
            self._paint_note(painter, note, left, top + trains.height + px(3))
        words = _("Start reading")
        width = button_width(words, look, primary=self._primary)
        button = self._at(left, box.bottom() - px(20) - px(36), width, px(36))
        paint_button(painter, button, words, look, primary=self._primary)

    def _first_words(self, room: float) -> tuple[Typeset, Typeset, Typeset]:
        card = self.card
        level = self._set(_("{level}, {n} minutes").format(level=card.level, n=card.minutes), Type.ACTION, room)
        trains = self._set(card.trains, Type.SECONDARY, room)
        return level, trains, self._set(card.content_note, Type.SMALL_ACTION, room - self._look.px(22))

    def _first_foot(self, width: float) -> float:
        """How much of a card of the first minute the facts and the button take."""
        px = self._look.px
        level, trains, note = self._first_words(width - px(48))
        words = level.height + trains.height + (px(3) + note.height if self.card.content_note else 0)
        return px(17) + words + px(20 + 36 + 20)
