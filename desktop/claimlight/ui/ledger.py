"""Who says what: the highlights beside the page, as a panel, as a rail of tags, or behind a tab."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from claimlight.core.sayings import Column
from claimlight.ui.controls import Button, Caption, IconButton, Paragraph, hairline
from claimlight.ui.icons import Icon
from claimlight.ui.ledger_list import LedgerView
from claimlight.ui.ledger_model import LedgerModel, LedgerRow
from claimlight.ui.ledger_paint import NarrowRow, WideRow, paint_heads
from claimlight.ui.ledger_rows import VIEW_NAMES, View
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.wording import _

__all__ = ["Ledger", "LedgerRow", "Rail"]


class _Listing(QFrame):
    """What panel and rail have in common."""

    current_changed = Signal(str)
    activated = Signal(str)
    remove = Signal(str)

    view: LedgerView
    _model: LedgerModel

    def set_current(self, id: str) -> None:
        """Light up the row of the highlight `id`; an empty id lights none."""
        self.view.set_current(id)

    def current(self) -> str:
        return self.view.current()

    def focus_list(self) -> None:
        """Give the list the keyboard, at the first row if none is in hand."""
        if not self.view.currentIndex().isValid() and self._model.rows:
            self.view.setCurrentIndex(self._model.index(0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self.view, lambda: self.view.scrollTo(self.view.currentIndex()))

    def _listen(self) -> None:
        self.view.current_changed.connect(self.current_changed)
        self.view.opened.connect(self.activated)
        self.view.remove.connect(self.remove)


class Ledger(_Listing):
    """The panel: heading, column heads, rows, and one sentence while there is nothing; `foot` stands below them."""

    view_chosen = Signal(View)

    def __init__(self, look: Look, empty: str, columns: tuple[Column, ...] = ()) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._model = LedgerModel()
        self.view = LedgerView(self._model, WideRow(self._model, look, columns, ground="chrome"))
        self.view.setParent(self)  # first, so that Tab comes to the rows first
        self._title = Caption(_("Who says what"), look, Type.LARGE_HEADING)
        self.order = ViewChoice(look)
        self.order.chosen.connect(self.view_chosen)
        policy = self.order.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.order.setSizePolicy(policy)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.order)
        self._heads = ColumnHeads(columns, look)
        self._empty = Paragraph(empty, look, Type.SECONDARY, "ink2")
        self._hint = QFrame()
        self._margin = QHBoxLayout(self._hint)
        self._margin.addWidget(self._empty)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._heads)
        self._column.addWidget(hairline())
        self._column.addWidget(self._hint)
        self._column.addWidget(self.view, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(0)
        self._beside = QVBoxLayout()
        self._beside.addStretch(1)
        self._foot.addLayout(self._beside)
        self._column.addLayout(self._foot)
        self._compact = False
        self._listen()
        self.set_look(look)
        self.set_rows(())

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        self._model.set_rows(rows)
        self.order.setVisible(len(rows) > 1)
        self._hint.setVisible(not rows)

    def add_foot(self, foot: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, hairline())
        self._foot.insertWidget(0, foot, 1)

    def set_compact(self, compact: bool) -> None:
        """Behind a tab, which says what the list is, the rows need the height of the heading."""
        if compact != self._compact:
            self._compact = compact
            self._title.setVisible(not compact)
            if compact:
                self._beside.insertWidget(0, self.order)
            else:
                self._head.addWidget(self.order)
            self.set_look(self._look)

    def set_look(self, look: Look) -> None:
        self._look = look
        above = 0 if self._compact else look.px(8)
        set_margins(self._head, self, look.px(20), above, look.px(16), above)
        set_margins(self._beside, self, 0, look.px(6), look.px(16) if self._compact else 0, 0)
        self._margin.setContentsMargins(look.px(20), look.px(12), look.px(16), 0)
        set_margins(self._column, self, look.theme.border, 0, 0, 0)
        for widget in (self._title, self.order, self._heads, self._empty, self.view):
            widget.set_look(look)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(392), self._look.px(400))


class ViewChoice(Button):
    """How the rows are arranged: a quiet button with a menu."""

    chosen = Signal(View)

    def __init__(self, look: Look) -> None:
        super().__init__(_(VIEW_NAMES[View.PLACE]), look, kind="flat", icon=Icon.DOWN, icon_last=True)
        self.setToolTip(_("The order of the rows"))
        self.setProperty("quiet", True)
        self.clicked.connect(self._ask)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.setFont(look.font(Type.SECONDARY))

    def set_view(self, view: View) -> None:
        self.setText(_(VIEW_NAMES[view]))

    def menu_of_views(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for view, name in VIEW_NAMES.items():
            action = menu.addAction(_(name))
            action.setCheckable(True)
            action.setChecked(_(name) == self.text())
            action.triggered.connect(lambda _checked=False, view=view: self._choose(view))
        return menu

    def _ask(self) -> None:
        menu = self.menu_of_views()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, view: View) -> None:
        self.set_view(view)
        self.chosen.emit(view)


class ColumnHeads(QWidget):
    """The names of the columns; none where the lesson asks for none."""

    def __init__(self, columns: tuple[Column, ...], look: Look) -> None:
        super().__init__()
        self.columns = columns
        if not columns:
            self.hide()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.px(26))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(0, 0, 0, -self._look.px(6))
        paint_heads(painter, rect, self.columns, self._look, rtl=self.isRightToLeft())
        painter.end()


class Rail(_Listing):
    """The panel folded to a column of tags, 56 px wide; the chevron asks to unfold it."""

    unfolded = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._unfold = IconButton(Icon.BACK, _("Show Who says what"), look)
        self._unfold.clicked.connect(self.unfolded)
        self._model = LedgerModel()
        self.view = LedgerView(self._model, NarrowRow(self._model, look))
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 0, 6)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.view, 1)
        self._listen()
        self.set_look(look)

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        self._model.set_rows(rows)

    def set_look(self, look: Look) -> None:
        self._unfold.set_look(look)
        self.view.set_look(look)
        self.setFixedWidth(look.px(56))
