"""Every mark that a change of the answers touches: name, before, after, the difference, and why."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from claimlight.core.article import Text
from claimlight.ui.controls import Button, Caption, Paragraph, hairline
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.tick_box import TickBox
from claimlight.wording import _
from claimlight.wording.answer_changes import because_text
from claimlight.wording.marks_changed import mark_text, step_text
from claimlight.work.regrade import Changing, Preview

_AT_FIRST = 40
"""So many marks are listed at once; the others when they are asked for."""
_COLUMNS = 5
Tick = Callable[[str, bool], None]


class MarksTable(QWidget):
    """First the marks that change; below them, with a tick for each, those that would fall though students saw them."""

    def __init__(self, preview: Preview, lowered: Collection[str], text: Text, tick: Tick, look: Look) -> None:
        super().__init__()
        self._look = look
        self._preview, self._lowered, self._text, self._tick = preview, lowered, text, tick
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(8))
        self._grid.setColumnStretch(_COLUMNS - 1, 1)
        self._line = 0
        heads = (_("Name"), _("Before"), _("After"), _("Change"), _("Because"))
        for place, head in enumerate(heads):
            self._put(Caption(head, look, Type.SECONDARY, "second"), place)
        self._span(hairline())
        touched = preview.touched
        first = [each for each in touched if each.stays is None]
        held = [each for each in touched if each.stays is not None]
        self._list((*sorted(first, key=lambda each: each.rises < 0), *held))

    def _list(self, changing: Sequence[Changing]) -> None:
        self._add_lines(changing[:_AT_FIRST])
        rest = changing[_AT_FIRST:]
        if rest:
            more = Button(_("Show all {n}").format(n=len(changing)), self._look)
            self._span(more)
            more.clicked.connect(more.hide)
            more.clicked.connect(lambda: self._add_lines(rest))

    def _add_lines(self, changing: Sequence[Changing]) -> None:
        for each in changing:
            if each.stays is not None:
                self._add_held(each)
            else:
                self._add(each)
                self._put(self._why(each), _COLUMNS - 1)

    def _why(self, each: Changing) -> Paragraph:
        words = because_text(self._preview.because(each), self._preview.changes, self._text)
        return Paragraph(words, self._look, Type.SECONDARY, "ink2")

    def _add(self, each: Changing) -> tuple[Caption, Caption]:
        """The numbers of one mark, and where they stand."""
        look = self._look
        self._line += 1
        self._put(Caption(each.work.name, look, Type.HEADING), 0)
        self._put(_number(mark_text(each.before, each.shown.possible), look), 1)
        after = _number(mark_text(each.shown, each.before.possible), look, bold=True)
        change = _number(step_text(each.before, each.shown), look)
        self._put(after, 2)
        self._put(change, 3)
        return after, change

    def _add_held(self, each: Changing) -> None:
        """It stays until it is ticked: what it would come to is told in brackets."""
        after, change = self._add(each)

        def show(ticked: bool) -> None:
            now, other = each.after(lowered=ticked), each.before.possible
            said = mark_text(now, other)
            stays = now.score == each.before.score
            after.setText(_("stays {points}").format(points=said) if stays else said)
            fall = step_text(each.before, each.shown)
            change.setText(_("({points})").format(points=fall) if stays else step_text(each.before, now))

        look = self._look
        box = TickBox(_("Lower it too"))
        box.setFont(look.font(Type.SECONDARY))
        box.setAccessibleName(_("Lower {name} too").format(name=each.work.name))
        box.setToolTip(because_text(self._preview.because(each), self._preview.changes, self._text))
        box.setChecked(each.attempt in self._lowered)
        box.toggled.connect(show)
        box.toggled.connect(lambda ticked: self._tick(each.attempt, ticked))
        show(box.isChecked())
        ways = Flow(across=look.px(10), down=look.px(2))
        ways.addWidget(box)
        if len(self._preview.changes) > 1:
            ways.addWidget(self._why(each))
        self._grid.addLayout(ways, self._line, _COLUMNS - 1)

    def _put(self, widget: QWidget, place: int) -> None:
        end = Qt.AlignmentFlag.AlignRight if place in (1, 2, 3) else Qt.AlignmentFlag(0)
        self._grid.addWidget(widget, self._line, place, end | Qt.AlignmentFlag.AlignTop)

    def _span(self, widget: QWidget) -> None:
        self._line += 1
        at = Qt.AlignmentFlag.AlignLeft if isinstance(widget, Button) else Qt.AlignmentFlag(0)
        self._grid.addWidget(widget, self._line, 0, 1, _COLUMNS, at)


def _number(words: str, look: Look, *, bold: bool = False) -> Caption:
    caption = Caption(words, look, Type.HEADING if bold else Type.TEXT)
    caption.setFont(tabular(look.font(Type.HEADING if bold else Type.TEXT)))
    return caption
