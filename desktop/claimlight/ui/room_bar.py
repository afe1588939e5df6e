"""The bar over a reading room: back to the shelf, the labels, text and find, and who is working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from claimlight.ui.controls import Button, IconButton
from claimlight.ui.icons import Icon
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.label_button import LabelFit
from claimlight.ui.look import Look
from claimlight.ui.person_button import PersonButton
from claimlight.ui.side_pane import Shape
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.ui.legend import Legend

_LOW = 640
"""Heights of the room, divided by the text scale, below which the bar is a little lower."""


class RoomBar(QFrame):
    """As high as the labels need where they take more than one line. What its buttons do is the room's affair.

    Tools that do not fit beside the labels fold into "…"; where even that is not enough, the labels say their short
    names. *Next person* stays.
    """

    def __init__(self, labels: LabelBar, person: PersonButton, look: Look) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._look = look
        self.labels = labels
        self._shown: LabelBar | Legend = labels
        self.person = person
        self.back = Button(_("Shelf"), look, kind="flat", icon=Icon.BACK)
        self.text = IconButton(Icon.LETTERS, _("Text and colours"), look)
        self.search = IconButton(Icon.SEARCH, _("Find in the article"), look)
        self.help = IconButton(Icon.HELP, _("Everything by keyboard"), look)
        self._tools = (self.text, self.search, self.help)
        self.more = IconButton(Icon.MORE, _("More tools"), look)
        self.more.clicked.connect(self._open_more)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 16, 0)
        self._row.addWidget(self.back)
        self._middle = QVBoxLayout()
        self._middle.addStretch(1)
        self._middle.addWidget(labels)
        self._middle.addStretch(1)
        self._row.addLayout(self._middle, 1)
        for widget in (*self._tools, self.more, person):
            self._row.addWidget(widget)

    @property
    def text_place(self) -> IconButton:
        """Under which button the text menu opens."""
        return self.text if self.text.isVisible() else self.more

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self.back, self.labels, *self._tools, self.more, self.person):
            widget.set_look(look)

    def replace_labels(self, legend: Legend) -> None:
        """Show `legend` where the labels were: nothing can be marked any more."""
        self.labels.hide()
        self._shown = legend
        self._middle.insertWidget(1, legend)

    def fit(self, shape: Shape, width: int, height: int) -> None:
        """Fit a room of this shape and size (px)."""
        self.back.setText("" if shape is not Shape.PANEL else _("Shelf"))
        self.back.setAccessibleName(_("Shelf"))
        for fit in LabelFit:
            self._fold(shape is Shape.TAB or fit > LabelFit.ROOMY)
            self._shown.set_fit(fit)
            if self._shown.wish() <= self._room_for_labels(width):
                break
        high = self._shown.heightForWidth(self._room_for_labels(width)) + self._look.px(8)
        low = height < self._look.px(_LOW)
        self.setFixedHeight(max(self._look.px(48 if low else 56), high))

    def _fold(self, folded: bool) -> None:
        for widget in self._tools:
            widget.setVisible(not folded)
        self.more.setVisible(folded)
        self.person.spare_room(folded)

    def _room_for_labels(self, width: int) -> int:
        beside = (self.back, *self._tools, self.more, self.person)
        widths = [widget.sizeHint().width() + self._row.spacing() for widget in beside if not widget.isHidden()]
        margins = self._row.contentsMargins()
        return max(self._look.px(120), width - sum(widths) - margins.left() - margins.right())

    def _open_more(self) -> None:
        """The folded tools by name. Each does what its button does."""
        menu = QMenu(self)
        menu.setAccessibleName(self.more.accessibleName())
        for tool in self._tools:
            menu.addAction(tool.icon(), tool.accessibleName()).triggered.connect(tool.click)
        menu.aboutToHide.connect(menu.deleteLater)
        end = self.more.rect().bottomLeft() if self.isRightToLeft() else self.more.rect().bottomRight()
        at = self.more.mapToGlobal(end)
        menu.popup(at if self.isRightToLeft() else at - QPoint(menu.sizeHint().width(), 0))
        menu.setActiveAction(menu.actions()[0])
