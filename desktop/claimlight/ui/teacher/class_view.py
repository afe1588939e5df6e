"""The table of students by lessons: names stay at the side, titles above, and a screen reader reads cell by cell."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from claimlight.store.class_work import Glance
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import mirrored_in
from claimlight.ui.own_viewport import give_viewport
from claimlight.ui.teacher.class_model import CELL, ClassModel, Index, words_of
from claimlight.ui.typesetting import Typeset, draw_line
from claimlight.wording import _
from claimlight.work.class_table import Cell, ClassTable, Stand

_ROW, _LEAST, _NAMES, _TITLE, _ABOUT = 36, 148, 200, 19, 16
"""In px: a row, a column at least, the names at most, a line of a title, and what is above and below titles."""
_GAP = 8
_SEEN = 6
"""So many rows are seen even where the page itself has to scroll."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was in the table: its order, the cell by name ("" in the whole class's row) and lesson, and how
    far it was scrolled (px)."""

    order: int
    name: str
    lesson: str
    across: int
    down: int


class ClassView(QTableView):
    """A click or Enter opens a student's work; in the row of the whole class, or on a head, a lesson's results."""

    lesson_opened = Signal(str)
    work_opened = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        give_viewport(self, clear=True)
        self._look = look
        self._paint = _CellPaint(look)
        self._paint.setParent(self)
        self.setAccessibleName(_("Students and lessons"))
        self.setProperty("quiet", True)
        self.setItemDelegate(self._paint)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.heads = _Titles(look, self)
        self.names = _Names(look, self)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.names)
        self.heads.sectionClicked.connect(self._open_lesson)
        self.clicked.connect(self.open)

    @property
    def rows(self) -> ClassModel | None:
        found = self.model()
        return found if isinstance(found, ClassModel) else None

    def work_of(self, person: str, lesson_hash: str) -> Glance | None:
        """What this person handed in to that lesson, as it stands in the table."""
        works = (cell.work for row in self.rows.rows for cell in row.cells) if self.rows is not None else ()
        return next((work for work in works if work and (work.person, work.lesson_hash) == (person, lesson_hash)), None)

    @property
    def place(self) -> Place | None:
        """Where one is; None where there is no cell."""
        model, index = self.rows, self.currentIndex()
        if model is None or not index.isValid():
            return None
        name = model.name(index.row()) if index.row() else ""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Place(model.order, name, model.lesson(index.column()).hash, across, down)

    def go_to(self, place: Place) -> None:
        """Be there again, as far as it is still there."""
        model = self.rows
        if model is None or not model.columnCount():
            return
        if place.order < model.columnCount():
            model.sort_by(place.order)
        self.setCurrentIndex(model.index(model.row_of(place.name), model.column_of(place.lesson)))
        self.updateGeometries()
        self.horizontalScrollBar().setValue(place.across)
        self.verticalScrollBar().setValue(place.down)

    def show_table(self, table: ClassTable) -> None:
        """Another table, in the order and at the place of the one before."""
        before, place = self.rows, self.place
        model = ClassModel(table)
        model.setParent(self)
        if before is not None and before.order < len(table.lessons):
            model.sort_by(before.order)
        self.setModel(model)
        self.set_look(self._look)
        self.setCurrentIndex(model.index(0, table.current or 0))
        if place is not None:
            self.go_to(place)

    def set_look(self, look: Look) -> None:
        self._look = self._paint.look = self.heads.look = self.names.look = look
        self.setFont(look.font(Type.TEXT))
        self.fit()

    def fit(self) -> None:
        """Columns share the width; where there are too many of them, they scroll."""
        model, px = self.rows, self._look.px
        if model is None:
            return
        self.names.setDefaultSectionSize(px(_ROW))
        self.names.setFixedWidth(min(px(_NAMES), max(px(96), self.width() // 4)))
        count = max(1, model.columnCount())
        room = self.width() - self.names.width() - px(14)
        self.heads.setDefaultSectionSize(max(px(_LEAST), room // count))
        self.heads.setFixedHeight(px(_TITLE) * self.heads.lines() + px(_ABOUT))
        self.setMinimumHeight(self.heads.height() + px(_ROW) * min(_SEEN, model.rowCount()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        leads = index.isValid() and (self.rows is None or leads_somewhere(self.rows.cell(index)))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def open(self, index: Index) -> None:
        """What a click on this cell leads to."""
        model = self.rows
        if model is None:
            return
        cell = model.cell(index)
        if cell is None:
            self._open_lesson(index.column())
        elif cell.work is not None:
            self.work_opened.emit(cell.work.person, cell.work.lesson_hash)

    def presses(self, index: Index) -> tuple[str, QRect] | None:
        """What this cell shows as a button, and where; None where it shows none."""
        model = self.rows
        if model is None or model.cell(index) is not None:
            return None
        inner = QRectF(self.visualRect(index)).adjusted(self._look.px(4), 0, -self._look.px(4), 0)
        button = _results_button(inner, str(index.data()), self._look, rtl=self.isRightToLeft())
        return _("Results"), button.toAlignedRect()

    def _open_lesson(self, column: int) -> None:
        model = self.rows
        if model is not None:
            self.lesson_opened.emit(model.lesson(column).hash)


def leads_somewhere(cell: Cell | None) -> bool:
    """Whether a click on this cell opens anything; None is the whole class's."""
    return cell is None or cell.work is not None


class _CellPaint(QStyledItemDelegate):
    """A shape and words; a hairline under the row, a ring around the cell that has the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self.look
        rect = QRectF(option.rect)
        cell: Cell | None = index.data(CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and leads_somewhere(cell)
        if hovered:
            painter.fillRect(rect, look.colour("chrome"))
        role = "rule" if cell is not None else "edge"
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - look.theme.border, rect.width(), look.theme.border), look.colour(role)
        )
        inner = rect.adjusted(look.px(4), 0, -look.px(4), 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if cell is None:
            _paint_whole(painter, inner, str(index.data()), look, rtl=rtl, hovered=hovered)
        else:
            _paint_cell(_Line(painter, inner, rtl), cell, look)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 2, -2, -3), look.px(4), look.px(4))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.look.px(_LEAST), self.look.px(_ROW))


class _Line:
    """One line that is filled from where it begins."""

    def __init__(self, painter: QPainter, rect: QRectF, rtl: bool) -> None:
        self._painter = painter
        self._rect = rect
        self._rtl = rtl
        self._used = 0.0

    def paint(self, sign: "Sign", size: float, gap: float, look: Look) -> None:
        """A shape, and the gap behind it."""
        left = self._rect.right() - self._used - size if self._rtl else self._rect.left() + self._used
        self._used += size + gap
        at = QRectF(left, self._rect.center().y() - size / 2, size, size)
        ratio = self._painter.device().devicePixelRatioF()
        self._painter.drawPixmap(at.topLeft(), _picture(sign, round(size), look, ratio))

    def skip(self, gap: float) -> None:
        self._used += gap

    def write(self, words: str, font: QFont, colour: QColor) -> None:
        """Words in what is left of the line, elided where it is too short."""
        painter = self._painter
        painter.setFont(tabular(font))
        painter.setPen(colour)
        metrics = QFontMetricsF(painter.font())
        room = self._rect.width() - self._used
        # Figures keep their own direction in a mirrored table.
        shown = f"\u2068{metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)}\u2069"
        width = metrics.horizontalAdvance(shown)
        left = self._rect.right() - self._used - width if self._rtl else self._rect.left() + self._used
        painter.drawText(
            QRectF(left, self._rect.top(), width + 2, self._rect.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
            shown,
        )
        self._used += width


def _paint_whole(painter: QPainter, rect: QRectF, count: str, look: Look, *, rtl: bool, hovered: bool) -> None:
    """How many have handed in, and where the results are."""
    _Line(painter, rect, rtl).write(count, look.font(Type.SECONDARY), look.colour("ink2"))
    box = _results_button(rect, count, look, rtl=rtl)
    painter.setPen(QPen(look.colour("ink" if hovered else "edge"), look.theme.border))
    painter.setBrush(look.colour("page"))
    painter.drawRoundedRect(box, look.px(5), look.px(5))
    draw_line(
        painter, box, _("Results"), look.font(Type.SMALL_ACTION), look.colour("ink"), Qt.AlignmentFlag.AlignHCenter
    )


def _results_button(rect: QRectF, count: str, look: Look, *, rtl: bool) -> QRectF:
    """Behind the count, as wide as its word: it looks like what it is, though the whole cell can be pressed."""
    used = QFontMetricsF(tabular(look.font(Type.SECONDARY))).horizontalAdvance(count) + look.px(10)
    words = QFontMetricsF(look.font(Type.SMALL_ACTION)).horizontalAdvance(_("Results"))
    width = min(rect.width() - used, words + look.px(16))
    box = QRectF(rect.left() + used, rect.center().y() - look.px(13), width, look.px(25))
    return mirrored_in(box, rect, rtl=rtl)


def _paint_cell(line: _Line, cell: Cell, look: Look) -> None:
    words, px = words_of(cell), look.px
    if cell.work is None and cell.stand is Stand.NOT_DUE:
        line.write(words.first, look.font(Type.SECONDARY), look.colour("ink3"))
        return
    line.paint(_SIGNS.get(cell.stand, Sign.HANDED_IN), px(18), px(_GAP), look)
    if words.first:
        ink = look.colour("ink" if cell.points is not None else "ink2")
        line.write(words.first, look.font(Type.HEADING if cell.new else Type.TEXT), ink)
    if words.bold:
        separator = ", " if words.first else ""
        line.write(f"{separator}{words.bold}", look.font(Type.SECONDARY_HEADING), look.colour("ink"))
    if cell.new:
        line.paint(Sign.NEW, px(16), 0, look)
    if words.marks:
        line.skip(px(3))
        line.paint(Sign.CHALLENGE, px(17), 0, look)


class Sign(Enum):
    """The shapes of a cell."""

    HANDED_IN = auto()
    GIVEN_BACK = auto()
    MISSING = auto()
    NEW = auto()
    CHALLENGE = auto()


_SIGNS = {Stand.GIVEN_BACK: Sign.GIVEN_BACK, Stand.MISSING: Sign.MISSING}


def paint_sign(painter: QPainter, rect: QRectF, sign: Sign, look: Look) -> None:
    """A ring with a tick, filled, or dashed; a dot for what is new; a speech bubble: somebody sees it differently."""
    ink = look.colour("ink")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sign is Sign.MISSING:
        paint_icon(painter, Icon.DASHED_RING, rect, ink)
    elif sign is Sign.HANDED_IN:
        paint_icon(painter, Icon.DISC, rect, ink)
    elif sign is Sign.GIVEN_BACK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(_inset(rect, 0.1))
        paint_icon(painter, Icon.TICK, _inset(rect, 0.24), look.colour("page"), stroke=3.0)
    elif sign is Sign.NEW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("nowline"))
        painter.drawEllipse(_inset(rect, 0.29))
    else:
        _paint_bubble(painter, rect, look)
    painter.restore()


@lru_cache(maxsize=64)
def _picture(sign: Sign, size: int, look: Look, ratio: float) -> QPixmap:
    """A table has hundreds of them; drawing one takes ten times as long as copying it."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_sign(painter, QRectF(0, 0, size, size), sign, look)
    painter.end()
    return picture


def _inset(rect: QRectF, share: float) -> QRectF:
    by = rect.width() * share
    return rect.adjusted(by, by, -by, -by)


def _paint_bubble(painter: QPainter, rect: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.colour("ink2"), look.px(1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bubble = rect.adjusted(1, rect.height() * 0.12, -1, -rect.height() * 0.26)
    painter.drawRoundedRect(bubble, look.px(3), look.px(3))
    tip = QPointF(bubble.left() + bubble.width() * 0.3, rect.bottom() - 1)
    painter.drawPolyline([QPointF(tip.x(), bubble.bottom()), tip, QPointF(tip.x() + look.px(4), bubble.bottom())])


class _Titles(QHeaderView):
    """The lessons' titles in two lines, the last of them elided; a click leads to the lesson's results."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look = look
        self.setSectionsClickable(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setAccessibleName(_("Lessons"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = self.look
        model = self.model()
        assert isinstance(model, ClassModel)
        lesson = model.lesson(section)
        painter.save()
        inner = QRectF(rect).adjusted(look.px(4), look.px(4), -look.px(8), -look.px(4))
        title = self._set(lesson.title, inner.width())
        title.draw(painter, QPointF(inner.left(), inner.bottom() - title.height), look.colour("ink"))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - look.theme.border + 1, rect.width(), look.theme.border),
            look.colour("edge"),
        )
        painter.restore()

    def lines(self) -> int:
        """How many lines the longest title takes: 1 or 2."""
        model = self.model()
        if not isinstance(model, ClassModel):
            return 1
        width = self.defaultSectionSize() - self.look.px(12)
        titles = (model.lesson(n).title for n in range(model.columnCount()))
        return max((self._set(title, width).line_count for title in titles), default=1)

    def _set(self, title: str, width: float) -> Typeset:
        look = self.look
        font = look.font(Type.CARD_TEXT)
        font.setWeight(font.Weight.DemiBold)
        return Typeset(title, font, width, look.px(_TITLE), lines=2, right=self.isRightToLeft())


class _Names(QHeaderView):
    """The names at the side; they stay while the lessons scroll."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setAccessibleName(_("Names"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = self.look
        model = self.model()
        assert isinstance(model, ClassModel)
        painter.save()
        whole = section == 0
        font = look.font(Type.SECONDARY if whole else Type.ACTION)
        line = _Line(painter, QRectF(rect).adjusted(0, 0, -look.px(8), 0), self.isRightToLeft())
        line.write(model.name(section), font, look.colour("ink2" if whole else "ink"))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - look.theme.border + 1, rect.width(), look.theme.border),
            look.colour("edge" if whole else "rule"),
        )
        painter.restore()
