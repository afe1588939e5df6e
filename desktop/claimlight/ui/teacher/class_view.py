"""The table of students by lessons: names stay at the side, titles above, and a screen reader reads cell by cell."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.own_viewport import give_viewport
from claimlight.ui.teacher.class_model import CELL, ClassModel, Index, words_of
from claimlight.ui.typesetting import Typeset
from claimlight.wording import _
from claimlight.work.class_table import Cell, ClassTable, Stand

_ROW, _LEAST, _MOST, _NAMES = 36, 112, 240, 200
_GAP = 8


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

    def show_table(self, table: ClassTable) -> None:
        """Another table, in the order that was chosen before."""
        before = self.rows
        model = ClassModel(table)
        model.setParent(self)
        if before is not None and before.order < len(table.lessons):
            model.sort_by(before.order)
        self.setModel(model)
        self.set_look(self._look)
        self.setCurrentIndex(model.index(0, table.current or 0))

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
        self.heads.setDefaultSectionSize(max(px(_LEAST), min(px(_MOST), room // count)))
        self.heads.setFixedHeight(px(62))
        self.viewport().update()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

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

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._paint.hovered = None
            self.viewport().update()
        return super().viewportEvent(event)

    def _open_lesson(self, column: int) -> None:
        model = self.rows
        if model is not None:
            self.lesson_opened.emit(model.lesson(column).hash)


class _CellPaint(QStyledItemDelegate):
    """A shape and words; a hairline under the row, a ring around the cell that has the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.hovered: Index | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self.look
        rect = QRectF(option.rect)
        cell: Cell | None = index.data(CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver and (cell is None or cell.work is not None):
            painter.fillRect(rect, look.colour("chrome"))
        role = "rule" if cell is not None else "edge"
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - look.theme.border, rect.width(), look.theme.border), look.colour(role)
        )
        inner = rect.adjusted(look.px(4), 0, -look.px(4), 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if cell is None:
            _Line(painter, inner, rtl).write(str(index.data()), look.font(Type.SECONDARY), look.colour("ink2"))
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

    def square(self, size: float, gap: float) -> QRectF:
        """Room for a shape."""
        left = self._rect.right() - self._used - size if self._rtl else self._rect.left() + self._used
        self._used += size + gap
        return QRectF(left, self._rect.center().y() - size / 2, size, size)

    def write(self, words: str, font: QFont, colour: QColor) -> None:
        """Words in what is left of the line, elided where it is too short."""
        painter = self._painter
        painter.setFont(tabular(font))
        painter.setPen(colour)
        metrics = QFontMetricsF(painter.font())
        room = self._rect.width() - self._used
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        left = self._rect.right() - self._used - width if self._rtl else self._rect.left() + self._used
        painter.drawText(
            QRectF(left, self._rect.top(), width + 2, self._rect.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
            shown,
        )
        self._used += width


def _paint_cell(line: _Line, cell: Cell, look: Look) -> None:
    words, px = words_of(cell), look.px
    painter = line._painter
    if cell.work is None and cell.stand is Stand.NOT_DUE:
        line.write(words.first, look.font(Type.SECONDARY), look.colour("ink3"))
        return
    paint_standing(painter, line.square(px(18), px(_GAP)), cell.stand, look)
    if words.first:
        ink = look.colour("ink" if cell.points is not None else "ink2")
        line.write(words.first, look.font(Type.HEADING if cell.new else Type.TEXT), ink)
    if words.bold:
        separator = ", " if words.first else ""
        line.write(f"{separator}{words.bold}", look.font(Type.SECONDARY_HEADING), look.colour("ink"))
    if cell.new:
        line.square(px(3), 0)
        dot = line.square(px(7), px(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("nowline"))
        painter.drawEllipse(dot)
    if words.marks:
        line.square(px(3), 0)
        _paint_challenges(painter, line.square(px(17), 0), look)


def paint_standing(painter: QPainter, rect: QRectF, stand: Stand, look: Look) -> None:
    """The shape that says it: ring with tick, filled, or dashed."""
    ink = look.colour("ink")
    if stand is Stand.MISSING:
        paint_icon(painter, Icon.DASHED_RING, rect, ink)
    elif stand is Stand.GIVEN_BACK:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        inset = rect.width() * 0.1
        painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
        painter.restore()
        shrunk = rect.adjusted(rect.width() * 0.22, rect.width() * 0.22, -rect.width() * 0.22, -rect.width() * 0.22)
        paint_icon(painter, Icon.TICK, shrunk, look.colour("page"), stroke=3.0)
    else:
        paint_icon(painter, Icon.DISC, rect, ink)


def _paint_challenges(painter: QPainter, rect: QRectF, look: Look) -> None:
    """A speech bubble: somebody sees it differently."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("ink2"), look.px(1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bubble = rect.adjusted(1, rect.height() * 0.12, -1, -rect.height() * 0.26)
    painter.drawRoundedRect(bubble, look.px(3), look.px(3))
    tip = QPointF(bubble.left() + bubble.width() * 0.3, rect.bottom() - 1)
    painter.drawPolyline([QPointF(tip.x(), bubble.bottom()), tip, QPointF(tip.x() + look.px(4), bubble.bottom())])
    painter.restore()


class _Titles(QHeaderView):
    """The lessons' titles in two lines, the last of them elided; a click leads to the lesson's results."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look = look
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setAccessibleName(_("Lessons"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 # Qt names it
        look = self.look
        model = self.model()
        assert isinstance(model, ClassModel)
        lesson = model.lesson(logicalIndex)
        painter.save()
        inner = QRectF(rect).adjusted(look.px(4), look.px(4), -look.px(8), -look.px(4))
        font = look.font(Type.CARD_TEXT)
        font.setWeight(font.Weight.DemiBold)
        title = Typeset(lesson.title, font, inner.width(), look.px(19), lines=2, right=self.isRightToLeft())
        title.draw(painter, QPointF(inner.left(), inner.bottom() - title.height), look.colour("ink"))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - look.theme.border + 1, rect.width(), look.theme.border),
            look.colour("edge"),
        )
        painter.restore()


class _Names(QHeaderView):
    """The names at the side; they stay while the lessons scroll."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setAccessibleName(_("Names"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 # Qt names it
        look = self.look
        model = self.model()
        assert isinstance(model, ClassModel)
        painter.save()
        whole = logicalIndex == 0
        font = look.font(Type.SECONDARY if whole else Type.ACTION)
        line = _Line(painter, QRectF(rect).adjusted(0, 0, -look.px(8), 0), self.isRightToLeft())
        line.write(model.name(logicalIndex), font, look.colour("ink2" if whole else "ink"))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - look.theme.border + 1, rect.width(), look.theme.border),
            look.colour("edge" if whole else "rule"),
        )
        painter.restore()
