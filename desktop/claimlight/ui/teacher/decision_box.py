"""What a teacher can decide about one verdict: three buttons, then a line to write in; and what was decided before."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimlight.core.decision import Decision, DecisionKind
from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.own_keys_field import OwnKeysField
from claimlight.wording import _
from claimlight.wording.decisions import decision_text
from claimlight.wording.points_said import points_said

MOST_WORDS = 500


@dataclass(frozen=True, slots=True)
class Decidable:
    """A verdict, or the whole work, that something can be decided about."""

    item: str = ""
    highlight: str = ""
    can_accept: bool = False
    can_change: bool = True
    points: str = ""
    """What it earns now, to begin from."""
    challenge: str = ""
    """What the student says against it."""
    challenged: tuple[str, str] = ("", "")
    """The item and the highlight that this was said about: the answer goes there."""
    decisions: Sequence[Decision] = ()


class DecisionBox(QWidget):
    """Enter keeps what is written, Esc leaves it. A reason may be left empty; a comment may not."""

    decided = Signal(object)
    """A Decision, without an id."""
    taken_back = Signal(str)
    """The id of a decision that is to hold no longer."""
    change_wanted = Signal()
    """It is to be decided for the whole class."""
    left = Signal()
    """The field was left: the keyboard is free."""
    laid_out = Signal(QWidget)
    """The box has its place; with what is being written in, which has to be in sight."""

    def __init__(self, about: Decidable, look: Look) -> None:
        super().__init__()
        self._about = about
        self._look = look
        self._kind: DecisionKind | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(4), 0, look.px(8))
        self._column.setSpacing(look.px(4))
        self.points = _Field(_("Points"), look)
        self.words = _Field("", look)
        self._wrong = Paragraph("", look, Type.SMALL, "ink")
        self._keep = Button(_("Keep"), look, kind="primary")
        self._leave = Button(_("Cancel"), look, kind="flat")
        self._build()
        self._show()

    def begin(self, kind: DecisionKind) -> None:
        """The field for this kind of decision, with the keyboard."""
        self._kind = kind
        self.points.setText(self._about.points)
        self.words.set_name(_asked(kind))
        self._wrong.setText("")
        self._show()
        field = self.points if kind is DecisionKind.POINTS else self.words
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        for layout in (self._column, self._form.layout()):
            if layout is not None:
                layout.activate()
        self.laid_out.emit(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._kind is not None:
            self.laid_out.emit(self.words)

    def _build(self) -> None:
        about, look = self._about, self._look
        if about.challenge:
            said = _("Sees it differently: “{words}”").format(words=about.challenge)
            self._column.addWidget(Paragraph(said, look, Type.HEADING))
        for one in about.decisions:
            self._column.addLayout(self._kept(one))
        self._buttons = QWidget()
        row = Flow(across=look.px(8), down=look.px(6))
        for kind, caption in _offers(about):
            button = Button(caption, look)
            button.clicked.connect(lambda _checked=False, kind=kind: self.begin(kind))
            row.addWidget(button)
        if about.challenge:
            change = Button(_("Change the answers…"), look)
            change.clicked.connect(self.change_wanted)
            row.addWidget(change)
        self._buttons.setLayout(row)
        self._column.addWidget(self._buttons)
        self._form = QWidget()
        form = QGridLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(look.px(6))
        form.addWidget(self.points, 0, 0)
        form.addWidget(self.words, 0, 1)
        form.addWidget(self._wrong, 1, 0, 1, 2)
        ways = Flow(across=look.px(8), down=look.px(6))
        ways.addWidget(self._keep)
        ways.addWidget(self._leave)
        form.addLayout(ways, 2, 0, 1, 2)
        form.setColumnStretch(1, 1)
        self._column.addWidget(self._form)
        self.points.setMaximumWidth(look.px(76))
        self._keep.clicked.connect(self._decide)
        self._leave.clicked.connect(self._cancel)
        for field in (self.points, self.words):
            field.returnPressed.connect(self._decide)
            field.escaped.connect(self._cancel)

    def _kept(self, one: Decision) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        row.addWidget(Paragraph(decision_text(one), self._look, Type.PARAGRAPH), 1)
        if one.kind is not DecisionKind.KEPT:
            back = Button(_("Take it back"), self._look, kind="link")
            back.setAccessibleDescription(decision_text(one))
            back.clicked.connect(lambda: self.taken_back.emit(one.id))
            row.addWidget(back)
        return row

    def _show(self) -> None:
        writing = self._kind is not None
        self._buttons.setVisible(not writing)
        self._form.setVisible(writing)
        self.points.setVisible(self._kind is DecisionKind.POINTS)
        self._wrong.setVisible(bool(self._wrong.text()))

    def _decide(self) -> None:
        kind, words = self._kind, " ".join(self.words.text().split())[:MOST_WORDS]
        if kind is None:
            return
        points: Fraction | None = None
        if kind is DecisionKind.POINTS and (points := points_said(self.points.text())) is None:
            self._refuse(_("Write the points as a number: 1, ½ or 0.75."), self.points)
            return
        if kind in (DecisionKind.COMMENT, DecisionKind.REPLY) and not words:
            self._refuse(_("Write a sentence first."), self.words)
            return
        self._kind = None
        self._show()
        about = self._about
        item, highlight = about.challenged if kind is DecisionKind.REPLY else (about.item, about.highlight)
        self.decided.emit(Decision("", kind, item, highlight, points, words))
        self.left.emit()

    def _refuse(self, words: str, field: QLineEdit) -> None:
        self._wrong.setText(words)
        self._wrong.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        self._kind = None
        self._show()
        self.left.emit()


def _offers(about: Decidable) -> list[tuple[DecisionKind, str]]:
    offers = [
        (about.can_accept, DecisionKind.ACCEPT, _("Accept this answer")),
        (about.can_change, DecisionKind.POINTS, _("Change points")),
        (True, DecisionKind.COMMENT, _("Comment")),
        (bool(about.challenge), DecisionKind.REPLY, _("Answer the student")),
    ]
    return [(kind, caption) for offered, kind, caption in offers if offered]


def _asked(kind: DecisionKind) -> str:
    return {
        DecisionKind.COMMENT: _("What do you want to say?"),
        DecisionKind.REPLY: _("What do you answer?"),
    }.get(kind, _("Why? The student reads it."))


class _Field(OwnKeysField):
    """Says what it is for, also while it is empty."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.set_name(name)
        self.setFont(look.font(Type.TEXT))

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
