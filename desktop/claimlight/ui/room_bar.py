"""The bar over a reading room: back to the shelf, the labels, text and find, and who is working."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, IconButton
from claimlight.ui.icons import Icon
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.look import Look
from claimlight.ui.person_button import PersonButton
from claimlight.ui.side_pane import Shape
from claimlight.wording import _


class RoomBar(QFrame):
    """As high as the labels need where they take more than one line. What its buttons do is the room's affair."""

    def __init__(self, labels: LabelBar, person: PersonButton, look: Look) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._look = look
        self.labels = labels
        self.person = person
        self.back = Button(_("Shelf"), look, kind="flat", icon=Icon.BACK)
        self.text = IconButton(Icon.LETTERS, _("Text and colours"), look)
        self.search = IconButton(Icon.SEARCH, _("Find in the article"), look)
        self.help = IconButton(Icon.HELP, _("Everything by keyboard"), look)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 16, 0)
        self._row.addWidget(self.back)
        self._middle = QVBoxLayout()
        self._middle.addStretch(1)
        self._middle.addWidget(labels)
        self._middle.addStretch(1)
        self._row.addLayout(self._middle, 1)
        for widget in (self.text, self.search, self.help, person):
            self._row.addWidget(widget)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self.back, self.labels, self.text, self.search, self.help, self.person):
            widget.set_look(look)

    def replace_labels(self, widget: QWidget) -> None:
        """Show `widget` where the labels were: nothing can be marked any more."""
        self.labels.hide()
        self._middle.insertWidget(1, widget)

    def fit(self, shape: Shape, width: int) -> None:
        """Fit a room of this shape and width (px)."""
        tabbed = shape is Shape.TAB
        self.back.setText("" if shape is not Shape.PANEL else _("Shelf"))
        self.back.setAccessibleName(_("Shelf"))
        for widget in (self.text, self.search, self.help):
            widget.setVisible(not tabbed)
        self.person.spare_room(tabbed)
        self.setFixedHeight(self._height_for(width))

    def _height_for(self, width: int) -> int:
        look = self._look
        beside = (self.back, self.text, self.search, self.help, self.person)
        widths = [widget.sizeHint().width() + self._row.spacing() for widget in beside if not widget.isHidden()]
        margins = self._row.contentsMargins()
        room = max(look.px(120), width - sum(widths) - margins.left() - margins.right())
        high = 0 if self.labels.isHidden() else self.labels.heightForWidth(room) + look.px(16)
        return max(look.px(56), high)
