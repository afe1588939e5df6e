"""What a highlight answers: the kind of answer, then the other highlight from a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from claimlight.ui.controls import Paragraph, clear
from claimlight.ui.flow import Flow
from claimlight.ui.ledger_list import LedgerView
from claimlight.ui.ledger_model import LedgerModel, LedgerRow
from claimlight.ui.ledger_paint import WideRow
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import Popover
from claimlight.wording import _

_SHOWN = 260
"""The most px that the list takes before it scrolls."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of link, in words, and the highlights that it may lead to."""

    kind: str
    name: str
    rows: tuple[LedgerRow, ...]
    linked: frozenset[str] = frozenset()
    """Those that it leads to already."""


class LinkPicker(Popover):
    """Enter or a click links to the row in hand; where it is linked already it takes the link back."""

    chosen = Signal(str, str, str)
    """(highlight, kind, other highlight)."""

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over, look, width=392)
        self._id = ""
        self._choices: tuple[Choice, ...] = ()
        self._at = 0
        self.setAccessibleName(_("What does it answer?"))
        self._title = Paragraph("", look, Type.QUOTE, "ink", lines=2)
        self._model = LedgerModel()
        self.view = LedgerView(self._model, WideRow(self._model, look))
        self.view.setAccessibleName(_("Highlights to link to"))
        self.view.opened.connect(self._choose)
        self.view.clicked.connect(lambda _index: self._choose(self.view.current()))
        self._kinds = QWidget()
        self._flow = Flow(self._kinds)
        self._column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self._top.addWidget(self._title)
        self._top.addWidget(self._kinds)
        self._column.addLayout(self._top)
        self._column.addWidget(self.view)
        self.set_look(look)

    def ask(self, id: str, words: str, choices: Sequence[Choice], place: QRect) -> None:
        """Ask what the highlight `id` answers; the first choice is what is usually meant."""
        self._id = id
        self._choices = tuple(choices)
        self._title.setText(words)
        self._show_kinds()
        self.view.resize(min(self._look.px(392), self._over.width() - 16) - 4, self.view.height())
        self._show_rows(0)
        self.open_beside(place)
        self.view.setCurrentIndex(self._model.index(0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._title.set_look(look)
        self.view.set_look(look)
        self._column.setContentsMargins(look.px(1), look.px(12), look.px(1), look.px(4))
        self._column.setSpacing(look.px(8))
        self._top.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._top.setSpacing(look.px(8))
        self._flow.set_gaps(look.px(6), look.px(6))
        self.leave()

    def _show_kinds(self) -> None:
        clear(self._flow)
        group = QButtonGroup(self._kinds)
        for n, choice in enumerate(self._choices):
            button = QPushButton(choice.name)
            button.setProperty("choice", True)
            button.setAccessibleName(choice.name)
            button.setCheckable(True)
            button.setChecked(n == 0)
            button.setFont(self._look.font(Type.SECONDARY_ACTION))
            button.clicked.connect(lambda _checked=False, n=n: self._show_rows(n))
            group.addButton(button)
            self._flow.addWidget(button)

    def _show_rows(self, n: int) -> None:
        self._at = n
        self._model.set_rows(self._choices[n].rows)
        heights = sum(self.view.sizeHintForRow(row) for row in range(min(8, self._model.rowCount())))
        self.view.setFixedHeight(max(self._look.px(46), min(heights, self._look.px(_SHOWN))))
        if self.isVisible():
            self._fit()

    def _choose(self, target: str) -> None:
        if target:
            id, kind = self._id, self._choices[self._at].kind
            self.leave()
            self.chosen.emit(id, kind, target)
