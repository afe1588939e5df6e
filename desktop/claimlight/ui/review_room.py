"""The review: a few passages of the student's own lessons, one after the other, about a minute in all."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.session.review import ReviewSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.controls import Button, IconButton, Paragraph
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.review_passage import ReviewPassage
from claimlight.wording import _

_NARROW = 900
"""Width ÷ text scale below which the way back is an icon alone."""


class ReviewRoom(QWidget):
    """`lead` is a sentence over the first passage, `leave` what the way out is called."""

    left = Signal()
    done = Signal()
    labels_changed = Signal(tuple)
    """The actions of the labels of another passage; none once it is answered."""
    look_wanted = Signal(QWidget)

    def __init__(
        self, session: ReviewSession, commands: Commands, look: Look, announce: Announce, *, lead: str = ""
    ) -> None:
        super().__init__()
        self.session = session
        self._commands = commands
        self._look = look
        self._announce = announce
        self._lead_text = lead
        if lead:
            self.back = Button(_("Skip"), look)
        else:
            self.back = Button(_("Shelf"), look, kind="flat", icon=Icon.BACK)
        self._text = IconButton(Icon.LETTERS, _("Text and colours"), look)
        self._help = IconButton(Icon.HELP, _("Everything by keyboard"), look)
        self._lead = Paragraph(lead, look, Type.HEADING)
        self.passage = self._made()
        self._build()

    def begin(self) -> None:
        if self._lead_text:
            self._announce(self._lead_text)
        self.labels_changed.emit(self.passage.marking.label_actions)
        self.passage.begin()

    def end(self) -> None:
        """Leave; what was answered is on disk already."""
        self.labels_changed.emit(())
        self.passage.end()
        self.session.end()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self.back, self._text, self._help, self._lead, self.passage):
            widget.set_look(look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._bar = QFrame()
        self._bar.setObjectName("bar")
        self._row = QHBoxLayout(self._bar)
        self._row.setContentsMargins(12, 0, 16, 0)
        self._row.addWidget(self.back)
        self._tools = QVBoxLayout()
        self._tools.addStretch(1)
        self._tools.addWidget(self.passage.tools)
        self._tools.addStretch(1)
        self._row.addLayout(self._tools, 1)
        self._row.addWidget(self._text)
        self._row.addWidget(self._help)
        notice = QFrame()
        notice.setObjectName("notice")
        self._notice = QVBoxLayout(notice)
        self._notice.addWidget(self._lead)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar)
        self._column.addWidget(notice)
        self._column.addWidget(self.passage, 1)
        notice.setVisible(bool(self._lead_text))
        self.back.clicked.connect(self.left)
        self._text.clicked.connect(lambda: self.look_wanted.emit(self._text))
        self._help.clicked.connect(self._commands["keys"].trigger)

    def _made(self) -> ReviewPassage:
        passage = ReviewPassage(self.session, self._commands, self._look, self._announce)
        passage.tools_changed.connect(self._show_tools)
        passage.next_wanted.connect(self._go_on)
        return passage

    def _show_tools(self, tools: QWidget) -> None:
        """Labels, or what the shapes mean, over the passage."""
        self.labels_changed.emit(() if self.passage.verdict else self.passage.marking.label_actions)
        self._tools.insertWidget(1, tools)
        self._fit()

    def _go_on(self) -> None:
        if self.session.is_last:
            self.done.emit()
            return
        old = self.passage
        old.end()
        old.tools.hide()
        old.tools.deleteLater()
        self.session.go_on()
        self.passage = self._made()
        self._column.replaceWidget(old, self.passage)
        self.passage.show()
        self._show_tools(self.passage.tools)
        self.passage.begin()
        old.hide()
        old.deleteLater()

    def _fit(self) -> None:
        """The bar is as high as the labels need where they take more than one line."""
        look = self._look
        narrow = self.width() / max(1.0, look.scale) < _NARROW
        self.back.setText("" if narrow and not self._lead_text else _("Skip") if self._lead_text else _("Shelf"))
        self.back.setAccessibleName(_("Skip") if self._lead_text else _("Shelf"))
        beside = sum(widget.sizeHint().width() + self._row.spacing() for widget in (self.back, self._text, self._help))
        room = max(look.px(120), self.width() - beside - 28)
        self._bar.setFixedHeight(max(look.px(56), self.passage.tools.heightForWidth(room) + look.px(16)))
        self._notice.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(8))
