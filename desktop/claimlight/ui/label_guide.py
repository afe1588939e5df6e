"""The label guide: what a label is, one yes, one no, and the rules of marking."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.codebook import Example, Label
from claimlight.ui.controls import Caption, MarkedLabel, Paragraph, clear, hairline
from claimlight.ui.look import Look, Type
from claimlight.ui.marked_text import Piece
from claimlight.ui.tags import Mark, mark_of, paint_tag
from claimlight.wording import _


def guide_text(label: Label, rules: str) -> str:
    """The guide in words, for screen readers."""
    return _("{definition} Yes: {yes} {why_yes} No: {no} {why_no} {rules}").format(
        definition=label.definition,
        yes=_example_text(label.yes),
        why_yes=label.yes.why,
        no=_example_text(label.no),
        why_no=label.no.why,
        rules=rules,
    )


class TagView(QWidget):
    """A label's tag, `size` px square."""

    def __init__(self, mark: Mark, look: Look, size: int = 18) -> None:
        super().__init__()
        self._mark = mark
        self._size = size
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(look.px(self._size), look.px(self._size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._look.label_colours(self._mark.colour)
        paint_tag(painter, QRectF(self.rect()), self._mark.letter, colours, radius=self._look.px(4))
        painter.end()


class LabelGuide(QFrame):
    """A popover over the page: not modal, takes no focus. `show_for` opens it 8 px under a button."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("floating")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_("Label guide"))
        self._look = look
        self._column = QVBoxLayout(self)
        self.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.hide()

    def show_for(self, label: Label, rules: str, button: QWidget) -> None:
        self._fill(label, rules)
        look = self._look
        window = self._window
        width = min(look.px(472), window.width() - 16)
        self.setFixedWidth(width)
        self._column.activate()
        self.setFixedHeight(max(self._column.heightForWidth(width), 1))
        below = button.mapTo(window, QPoint(0, button.height() + 8))
        left = below.x() + (button.width() - width if self.isRightToLeft() else 0)
        left = max(8, min(left, window.width() - width - 8))
        top = max(8, min(below.y(), window.height() - self.height() - 8))
        self.move(left, top)
        self.show()
        self.raise_()

    def _fill(self, label: Label, rules: str) -> None:
        look, column, px = self._look, self._column, self._look.px
        clear(column)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(0)
        column.addLayout(self._head(label))
        column.addSpacing(px(4))
        column.addWidget(Paragraph(label.definition, look, Type.PARAGRAPH))
        for word, example in ((_("Yes"), label.yes), (_("No"), label.no)):
            column.addSpacing(px(12))
            column.addWidget(hairline())
            column.addSpacing(px(8))
            column.addLayout(self._example(word, example, mark_of(label)))
        column.addSpacing(px(12))
        column.addWidget(hairline())
        column.addSpacing(px(10))
        column.addWidget(Paragraph(rules, look, Type.SECONDARY, "ink2"))

    def _head(self, label: Label) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._look.px(10))
        head.addWidget(TagView(mark_of(label), self._look))
        head.addWidget(Caption(label.name, self._look, Type.HEADING))
        head.addStretch(1)
        head.addWidget(Caption(_("label guide"), self._look, Type.SMALL, "second"))
        return head

    def _example(self, word: str, example: Example, mark: Mark) -> QGridLayout:
        look = self._look
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(2))
        name = Caption(word, look, Type.SECONDARY_HEADING)
        name.setMinimumWidth(look.px(32))
        grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        pieces = (Piece(example.before), Piece(example.marked, mark if example.marked else None), Piece(example.after))
        grid.addWidget(MarkedLabel(pieces, look, Type.EXAMPLE), 0, 1)
        why = Paragraph(example.why, look, Type.SMALL, "ink2")
        grid.addWidget(why, 1, 1)
        grid.setColumnStretch(1, 1)
        return grid


def _example_text(example: Example) -> str:
    return f"{example.before}{example.marked}{example.after}"
