"""One student's work: their page with marks, answers and points, and what the teacher decides about each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from claimlight.core.attempt import Challenge
from claimlight.core.decision import Decision, DecisionKind
from claimlight.grading.receipt import LineKind
from claimlight.session.handed_in import page_of_work
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.controls import Button, Caption, IconButton, Paragraph, clear
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.page import Page
from claimlight.ui.room_panes import RoomPanes
from claimlight.ui.sheet import Sheet
from claimlight.ui.side_pane import ListPane, Shape
from claimlight.ui.teacher.decision_box import Decidable, DecisionBox
from claimlight.ui.teacher.student_facts import facts_text, whole_texts
from claimlight.ui.teacher.teachers_reveal import TeachersReveal
from claimlight.ui.wiring import Wiring
from claimlight.wording import _
from claimlight.wording.points import points_text, total_text
from claimlight.wording.receipt_rows import points_of_rows
from claimlight.work.one_work import OneWork
from claimlight.work.overrides import may_accept

_COMMANDS = ("undo", "redo", "other-pane", "next-student", "previous-student")


_FACTS_FROM = 420
"""Height of the page, divided by the text scale, from which what is known of the work stands over it."""
_ARTICLE = 48
"""Height, in pixels at 100 % text, that a low window leaves for the article."""


class StudentPage(Sheet):
    """The student's name stands on the page, and never in the window's title."""

    decided = Signal(object)
    """A Decision about this work."""
    taken_back = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    parents_wanted = Signal()
    change_wanted = Signal()
    """What the student says against a verdict is to be looked at for the whole class."""

    def __init__(self, work: OneWork, commands: Commands, look: Look, announce: Announce) -> None:
        super().__init__(look)
        self._work = work
        self._commands = commands
        self._wiring = Wiring()
        self.session = page_of_work(work)
        self.page = Page(self.session.article, self.session.lesson.codebook.labels, look)
        self.page.set_fixed()
        self.reveal = TeachersReveal(self.session, work, self.page, commands, look, announce, self._box_for)
        self.panes = RoomPanes(self.page, ListPane(look, ""), look)
        self.panes.show_answers(self.reveal)
        self._announce = announce
        self._build()
        self.show_work(work)
        self._connect()

    def show_work(self, work: OneWork) -> None:
        """The same work after a decision; the card that was in hand stays in hand."""
        self._work = work
        self.reveal.show_work(work)
        self._facts.setText(facts_text(work))
        for said in self._said:
            said.setText("\u2028".join(whole_texts(work)))
            said.setVisible(bool(said.text()))
        self._show_whole(open=False)

    def begin(self) -> None:
        self._commands["other-pane"].setEnabled(True)
        self.reveal.begin()

    def end(self) -> None:
        """Another page comes: let go of the commands."""
        self._wiring.cut()
        self.reveal.end()
        for id in _COMMANDS:
            self._commands[id].setEnabled(False)
        for id in ("next-student", "previous-student"):
            self._commands[id].setVisible(False)

    def set_doings(self, *, undo: bool, redo: bool, previous: bool, next: bool) -> None:
        """What can be done now."""
        self.undo.setEnabled(undo)
        self._commands["undo"].setEnabled(undo)
        self._commands["redo"].setEnabled(redo)
        for id, button, can in (("previous-student", self.previous, previous), ("next-student", self.next, next)):
            button.setEnabled(can)
            self._commands[id].setVisible(True)
            self._commands[id].setEnabled(can)

    def set_look(self, look: Look) -> None:
        for part in (self.page, self.reveal, self.panes):
            part.set_look(look)
        super().set_look(look)
        self._show_whole(open=False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page took the window: the commands are its own again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.end()

    def space(self) -> None:
        px = self._look.px
        self.bar.setContentsMargins(12, px(7), 12, px(7))
        self._strip.setContentsMargins(px(20), px(6), px(12), px(6))
        self._strip.setSpacing(px(10))

    # Building

    def _build(self) -> None:
        look = self._look
        self.back = self.wear(Button(_("Class"), look, kind="flat", icon=Icon.BACK))
        self.name = self.wear(Caption(self._work.name, look, Type.LARGE_HEADING))
        self.previous = self.wear(IconButton(Icon.BACK, _("Previous student"), look))
        self.next = self.wear(IconButton(Icon.FORWARD, _("Next student"), look))
        self.undo = self.wear(Button(_("Undo"), look))
        self.parents = self.wear(Button(_("Page for parents…"), look))
        parts = Flow(across=8, down=6)
        self.whole = self.wear(Button(_("The whole work…"), look))
        self.more = self.wear(IconButton(Icon.MORE, _("More for this work"), look))
        self.menu = QMenu(self)
        self.more.clicked.connect(self._show_menu)
        tools = (self.whole, self.undo, self.parents)
        for widget in (self.back, self.previous, self.name, self.next, *tools, self.more):
            parts.addWidget(widget)
        bar = QFrame()
        bar.setObjectName("bar")
        self.bar = QVBoxLayout(bar)
        self.bar.addLayout(parts)
        self._facts = self.wear(Paragraph("", look, Type.SECONDARY, "ink2"))
        self._said = (self.wear(Paragraph("", look, Type.PARAGRAPH)),)
        self._whole_place = QVBoxLayout()
        left = QVBoxLayout()
        left.addWidget(self._facts)
        for said in self._said:
            left.addWidget(said)
        left.addLayout(self._whole_place)
        self._notice = QFrame()
        self._notice.setObjectName("bar")
        self._strip = QHBoxLayout(self._notice)
        self._strip.addLayout(left, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._notice)
        column.addWidget(self.panes, 1)
        self.reveal.panel.again.hide()
        self.reveal.panel.shelf.hide()
        self.space()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.next.clicked.connect(self.next_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.parents.clicked.connect(self.parents_wanted)
        self.whole.clicked.connect(lambda: self._show_whole(open=True))
        self.panes.tabs.follow(self._commands["other-pane"])
        for id, slot in (
            ("other-pane", self._go_to_other_pane),
            ("undo", self.undo_wanted.emit),
            ("redo", self.redo_wanted.emit),
            ("next-student", self.next_wanted.emit),
            ("previous-student", self.previous_wanted.emit),
        ):
            self._wiring.connect(self._commands[id].triggered, slot)

    def _show_menu(self) -> None:
        """The tools that have no room in the bar."""
        self.menu.clear()
        for tool in (self.whole, self.undo, self.parents):
            action = self.menu.addAction(tool.text())
            action.setEnabled(tool.isEnabled())
            action.triggered.connect(tool.click)
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _go_to_other_pane(self) -> None:
        if self.panes.shape is Shape.TAB:
            self.panes.switch_over()
        else:
            self.reveal.go_to_other_pane()

    def _fit(self) -> None:
        whole_open = self._whole_place.count() > 0
        is_low = self.height() / max(1.0, self._look.scale) < _FACTS_FROM
        self._notice.setVisible(whole_open or not is_low)
        self.more.setVisible(is_low)
        for tool in (self.whole, self.undo, self.parents):
            tool.setVisible(not is_low)
        self.page.setMinimumHeight(self._look.px(_ARTICLE) if is_low else 0)
        self.reveal.dock.setMinimumHeight(self._dock_height() if is_low and not whole_open else 0)
        shape = self.panes.fit(self.width(), self._look)
        self.page.set_card_room(shape is Shape.RAIL)

    def _dock_height(self) -> int:
        """Of a low window the card takes all but a line or two of the article."""
        taken = self.bar.sizeHint().height() + self.panes.tabs.sizeHint().height() + self._look.px(_ARTICLE)
        return max(0, self.height() - taken)

    # Decisions

    def _box_for(self, item: str, highlight: str, look: Look) -> QWidget:
        box = self._listened(DecisionBox(self._decidable(item, highlight), look))
        box.left.connect(self.reveal.dock.setFocus)
        box.laid_out.connect(self.reveal.dock.bring_in_sight)
        return box

    def _decidable(self, item: str, highlight: str) -> Decidable:
        work = self._work
        place = (LineKind.ITEM, item) if item else (LineKind.HIGHLIGHT, highlight)
        is_trap = bool(item) and work.grade.item(item) is None
        earned = points_of_rows(work.shown).get(place)
        said = self._challenge(item, highlight)
        places = {(item, highlight), *([(said.item, said.highlight)] if said is not None else [])}
        decisions = [each for each in work.decisions if (each.item, each.highlight) in places]
        return Decidable(
            item=item,
            highlight=highlight,
            can_accept=may_accept(work.grade, item=item, highlight=highlight)
            and not any(each.kind is DecisionKind.ACCEPT for each in decisions),
            can_change=not is_trap,
            points="0" if earned is None else points_text(earned),
            challenge=said.words if said is not None else "",
            challenged=(said.item, said.highlight) if said is not None else ("", ""),
            decisions=decisions,
        )

    def _challenge(self, item: str, highlight: str) -> Challenge | None:
        """What the student said against a verdict; of a mark that was found, it stands with the answer."""
        verdict = self._work.grade.item(item) if item else None
        found = verdict.highlights if verdict is not None else ()
        for each in self._work.submission.challenges:
            if (each.item, each.highlight) == (item, highlight) or (not each.item and each.highlight in found):
                return each
        return None

    def _show_whole(self, *, open: bool) -> None:
        clear(self._whole_place)
        self.whole.setEnabled(not open)
        if not open:
            self._fit()
            return
        about = [each for each in self._work.decisions if not (each.item or each.highlight)]
        what = Decidable(points=points_text(self._work.shown.points), decisions=about)
        box = self._listened(DecisionBox(what, self._look))
        box.left.connect(lambda: self._show_whole(open=False))
        self._whole_place.addWidget(box)
        self._fit()
        box.begin(DecisionKind.COMMENT) if not about else box.setFocus()

    def _listened(self, box: DecisionBox) -> DecisionBox:
        box.decided.connect(self._decide)
        box.taken_back.connect(self.taken_back)
        box.change_wanted.connect(self.change_wanted)
        return box

    def _decide(self, one: Decision) -> None:
        self.decided.emit(one)
        self._announce(
            _("Kept. {points}").format(points=total_text(self._work.shown.points, self._work.shown.possible))
        )
