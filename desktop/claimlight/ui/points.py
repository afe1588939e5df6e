"""How your points add up: every point of the check, in the order of the page, and the total they add up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from claimlight.ui.controls import Button, Caption, Paragraph, clear, hairline
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import mirrored_in, set_margins
from claimlight.ui.own_viewport import give_viewport
from claimlight.ui.tags import Mark, paint_grey_tag, paint_hollow_tag, paint_tag
from claimlight.ui.typesetting import draw_line
from claimlight.wording import N_, _, pgettext
from claimlight.wording.of_student import told

Index = QModelIndex | QPersistentModelIndex


class Outcome(Enum):
    """How a mark fared against the answers, told by shape."""

    CAUGHT = Icon.TICK
    IN_PART = Icon.HALF_TICK
    MISSED = Icon.MISSED
    CLOSE = Icon.HALF_DISC
    """A mark that came close to an answer, or had another label: it neither earns nor costs."""
    EXTRA = Icon.STRUCK
    LEFT = Icon.LEFT_ALONE
    """A trap that was rightly not marked."""


def outcome_name(outcome: Outcome) -> str:
    return {
        Outcome.CAUGHT: _("Caught"),
        Outcome.IN_PART: _("In part"),
        Outcome.MISSED: _("Missed"),
        Outcome.CLOSE: pgettext("verdict", "Close"),
        Outcome.EXTRA: _("Not in the answers"),
        Outcome.LEFT: _("Rightly left"),
    }[outcome]


@dataclass(frozen=True, slots=True)
class PointsRow:
    """One line. `points` is ready to show ("½", "−½"); `paragraph` is for the spoken line."""

    id: str
    outcome: Outcome
    mark: Mark
    words: str
    reason: str
    points: str
    paragraph: int = 0

    def spoken(self) -> str:
        return _("{outcome}: {label}, {words}. {reason}. Points: {points}").format(
            outcome=outcome_name(self.outcome),
            label=self.mark.name,
            words=self.words,
            reason=self.reason,
            points=self.points,
        )


class PointsPanel(QFrame):
    """Rows as a list, then the lines about the whole, the total, the word, the next step."""

    current_changed = Signal(str)
    activated = Signal(str)

    def __init__(self, look: Look, *, of_student: bool = False) -> None:
        """With `of_student` a teacher reads it."""
        super().__init__()
        self.setObjectName("panel")
        self._look = look
        title = _(told(N_("How your points add up"), of_student=of_student))
        self._title = Caption(title, look, Type.LARGE_HEADING)
        self._when = Caption("", look, Type.SECONDARY, "second")
        self._view = PointsView(look)
        self._view.setAccessibleName(title)
        self._rest: list[tuple[Paragraph, Caption]] = []
        self._total = Paragraph("", look, Type.SCORE)
        self._band = Paragraph("", look, Type.HEADING)
        self._next = Paragraph("", look, Type.SECONDARY)
        self.again = Button(_("Start again"), look)
        self.shelf = Button(_("Back to the shelf"), look)
        self._build()
        self.set_look(look)
        self._view.current_changed.connect(self.current_changed)
        self._view.opened.connect(self.activated)

    def set_points(
        self,
        rows: Sequence[PointsRow],
        *,
        total: str,
        band: str,
        next_step: str = "",
        rest: Sequence[tuple[str, str]] = (),
        when: str = "",
    ) -> None:
        """`total` as a sentence ("6½ of 10 points"), `rest` as sentences and points about the whole: what was free."""
        self._view.set_rows(rows)
        self._when.setText(when)
        self._total.setText(total)
        self._band.setText(band)
        self._next.setText(next_step)
        self._next.setVisible(bool(next_step))
        self._set_rest(rest)

    def _set_rest(self, rest: Sequence[tuple[str, str]]) -> None:
        clear(self._rest_lines)
        self._rest = []
        for number, (sentence, points) in enumerate(rest):
            line = Paragraph(sentence, self._look, Type.SECONDARY), Caption(points, self._look, Type.HEADING)
            line[1].setFont(tabular(self._look.font(Type.HEADING)))
            self._rest_lines.addWidget(line[0], number, 0)
            self._rest_lines.addWidget(line[1], number, 1)
            self._rest.append(line)
        self._rest_box.setVisible(bool(rest))

    def set_current(self, id: str) -> None:
        self._view.set_current(id)

    def focus_list(self) -> None:
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_look(self, look: Look) -> None:
        self._look = look
        px = look.px
        set_margins(self._head, self, px(20), px(16), px(16), px(14))
        self._rest_lines.setContentsMargins(px(20), px(8), px(20), px(8))
        self._foot.setContentsMargins(px(20), px(8), px(20), px(16))
        self._foot.setSpacing(px(4))
        set_margins(self._column, self, look.theme.border, 0, 0, 0)
        for widget in (self._title, self._when, self._view, self._total, self._band, self.again, self.shelf):
            widget.set_look(look)
        for sentence, points in self._rest:
            sentence.set_look(look)
            points.set_look(look)
            points.setFont(tabular(look.font(Type.HEADING)))
        self._next.set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(392), self._look.px(500))

    def _make_room(self) -> None:
        """The total is never cut: where it is low, the heading gives way, for the tab and the list bear its name."""
        px = self._look.px
        set_margins(self._head, self, px(20), px(16), px(16), px(14))
        self._title.show()
        self._when.show()
        self._view.setMinimumHeight(px(84))
        needed = self._column.totalHeightForWidth(self.width())
        fits = needed <= self.height()
        self._title.setVisible(fits)
        self._when.setVisible(fits)
        if not fits:
            self._head.setContentsMargins(0, 0, 0, 0)
        for each in (self._total, self._band, self._next):
            each.setMinimumHeight(each.heightForWidth(self.width() - px(40)))

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._when)
        self._rest_box = QFrame()
        self._rest_lines = QGridLayout(self._rest_box)
        self._rest_lines.setColumnStretch(0, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(hairline("total"))
        for widget in (self._total, self._band, self._next):
            self._foot.addWidget(widget)
        ways = Flow()
        ways.addWidget(self.again)
        ways.addWidget(self.shelf)
        self._foot.addLayout(ways)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(hairline())
        self._column.addWidget(self._view, 1)
        self._column.addWidget(hairline())
        self._column.addWidget(self._rest_box)
        self._column.addLayout(self._foot)


class PointsView(QListView):
    """The lines of the points; arrows walk them, Enter opens the card."""

    current_changed = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        give_viewport(self)
        self._rows = _Rows()
        self.setModel(self._rows)
        self._delegate = _Delegate(look)
        self._delegate.setParent(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("How your points add up"))
        self.doubleClicked.connect(lambda index: self.opened.emit(self._rows.rows[index.row()].id))

    def set_rows(self, rows: Sequence[PointsRow]) -> None:
        self._rows.replace(tuple(rows))

    def set_look(self, look: Look) -> None:
        self._delegate.look = look
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def set_current(self, id: str) -> None:
        found = next((n for n, row in enumerate(self._rows.rows) if row.id == id), -1)
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._rows.index(found) if found >= 0 else QModelIndex())
        self.blockSignals(blocked)
        if found >= 0:
            self.scrollTo(self._rows.index(found))
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.current_changed.emit(self._rows.rows[current.row()].id)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """A row that assistive technology selects is in hand, as by a click."""
        super().selectionChanged(selected, deselected)
        rows = selected.indexes()
        if rows and rows[0] != self.currentIndex():
            self.setCurrentIndex(rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if here.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._rows.rows[here.row()].id)
        else:
            super().keyPressEvent(event)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PointsRow, ...] = ()

    def replace(self, rows: tuple[PointsRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.words
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.look.px(200), self.look.px(42))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, PointsView)
        rect = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        row: PointsRow = view._rows.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.currentIndex() == index:
            self._paint_active(painter, rect, row, rtl, focused=view.hasFocus())
        self._paint_signs(painter, rect, row, rtl)
        self._paint_words(painter, rect, row, rtl)
        painter.restore()

    def _paint_active(self, painter: QPainter, rect: QRectF, row: PointsRow, rtl: bool, *, focused: bool) -> None:
        painter.fillRect(rect, self.look.colour("raised"))
        bar = mirrored_in(QRectF(rect.left(), rect.top(), 3, rect.height()), rect, rtl=rtl)
        painter.fillRect(bar, self.look.label_colours(row.mark.colour).line)
        if focused:
            painter.setPen(QPen(self.look.colour("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(3, 2, -5, -2) if rtl else rect.adjusted(5, 2, -3, -2), 4, 4)

    def _paint_signs(self, painter: QPainter, rect: QRectF, row: PointsRow, rtl: bool) -> None:
        look, side = self.look, self.look.px(18)
        middle = rect.center().y()
        shape = QRectF(rect.left() + look.px(20), middle - look.px(10), look.px(20), look.px(20))
        paint_icon(painter, row.outcome.value, mirrored_in(shape, rect, rtl=rtl), look.colour("ink"))
        tag = QRectF(rect.left() + look.px(50), middle - side / 2, side, side)
        paint_outcome_tag(painter, mirrored_in(tag, rect, rtl=rtl), row.mark, row.outcome, look)

    def _paint_words(self, painter: QPainter, rect: QRectF, row: PointsRow, rtl: bool) -> None:
        look, px = self.look, self.look.px
        left, right = px(78), px(20 + 36)
        width = rect.width() - left - right
        start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight

        def at(x: float, y: float, w: float, h: float) -> QRectF:
            return mirrored_in(QRectF(rect.left() + x, rect.top() + y, w, h), rect, rtl=rtl)

        draw_line(painter, at(left, px(3), width, px(20)), row.words, look.font(Type.QUOTE), look.colour("ink"), start)
        reason = at(left, px(22), width + px(10), px(17))
        draw_line(painter, reason, row.reason, look.font(Type.SMALLEST), look.colour("ink2"), start)
        points = at(rect.width() - px(20 + 40), 0, px(40), rect.height())
        draw_line(painter, points, row.points, tabular(look.font(Type.HEADING)), look.colour("ink"), end)


def paint_outcome_tag(painter: QPainter, rect: QRectF, mark: Mark, outcome: Outcome, look: Look) -> None:
    """The label's tag: dashed when missed, grey when it is not in the answers; a trap has none."""
    radius = look.px(4)
    if outcome is Outcome.LEFT:
        return
    if outcome is Outcome.MISSED:
        paint_hollow_tag(painter, rect, mark.letter, look.theme, look.label_colours(mark.colour), radius=radius)
    elif outcome is Outcome.EXTRA:
        paint_grey_tag(painter, rect, mark.letter, look.theme, radius=radius)
    else:
        paint_tag(painter, rect, mark.letter, look.label_colours(mark.colour), radius=radius)
