"""The draft helper's proposals on the page: dashed around their words until the teacher accepts or leaves each."""

from PySide6.QtCore import QObject, QRectF, Qt, QThread, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter

from claimlight.core.article import Span, Text
from claimlight.core.history import Change
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import USUAL_KEYS, Commands
from claimlight.ui.lines import Line
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.ui.tags import paint_outline
from claimlight.ui.teacher.proposal_notes import ProposalNote, ProposalNotes
from claimlight.ui.wiring import Wiring
from claimlight.wording import _, ngettext
from claimlight.wording.draft_helper import say_reason
from claimlight.work.draft_helper import Suggestion, suggestions
from claimlight.work.proposals import accepted, open_proposals

ACCEPT_KEY, LEAVE_KEY = "A", "X"
_TOP, _BOTTOM = -15, 5
"""From the baseline, for text of the usual size: as other outlines on the page."""


def deciding_keys(commands: Commands) -> tuple[str, str]:
    """The keys that accept and leave; "" for one that somebody gave to a command."""
    taken = {key for id in USUAL_KEYS for key in commands.keys(id)}
    return "" if ACCEPT_KEY in taken else ACCEPT_KEY, "" if LEAVE_KEY in taken else LEAVE_KEY


class Proposals(QObject):
    """Nothing is proposed before somebody asks. One proposal is in hand: the keys are about it.

    What was accepted and is undone is proposed again; what was left stays away until somebody asks again.
    """

    told = Signal(int)
    """So many are open; -1 while nobody has asked."""

    def __init__(
        self, session: AuthoringSession, page: Page, commands: Commands, look: Look, announce: Announce
    ) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._look = look
        self._announce = announce
        self._wiring = Wiring()
        self._finder: _Finder | None = None
        self._found: tuple[Suggestion, ...] = ()
        self._left: set[str] = set()
        self.open: tuple[Suggestion, ...] = ()
        self.current: Suggestion | None = None
        keys = deciding_keys(commands)
        self._keys = (self._key(_("Accept the proposal"), keys[0]), self._key(_("Leave the proposal"), keys[1]))
        self.notes = ProposalNotes(page, look, keys)
        self.notes.accepted.connect(self._accept)
        self.notes.left.connect(self._leave)
        for action, decide in zip(self._keys, (self._accept, self._leave), strict=True):
            action.triggered.connect(lambda _checked, decide=decide: decide(self._id()))
        self._wiring.connect(session.changed, self._follow)
        page.paint_also(self._paint)

    @property
    def busy(self) -> bool:
        return self._finder is not None

    def ask(self) -> None:
        """Look for proposals beside the window."""
        if self._finder is not None:
            return
        self._left.clear()
        article = self._session.article
        self._finder = _Finder(article.text, article.language)
        self._finder.finished.connect(self._hear_found)
        self._finder.start()

    def leave_all(self) -> None:
        """Put all away until somebody asks again."""
        self._found = ()
        self._show(-1)
        self._announce(_("The proposals are put away."))
        self._page.setFocus()

    def end(self) -> None:
        """The page goes."""
        self._wiring.cut()
        finder, self._finder = self._finder, None
        if finder is not None:
            finder.wait()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.notes.set_look(look)

    # Deciding

    def _accept(self, id: str) -> None:
        proposal = next((each for each in self.open if each.entry.id == id), None)
        if proposal is not None:
            self.current = proposal
            if self._session.accept("accept", (accepted(proposal, self._session.draft),)):
                self._go_on(_("Accepted."))

    def _leave(self, id: str) -> None:
        proposal = next((each for each in self.open if each.entry.id == id), None)
        if proposal is not None:
            self.current = proposal
            self._left.add(id)
            self._look_again()
            self._go_on(_("Left."))

    def _go_on(self, done: str) -> None:
        """To the next one, and say so."""
        self._page.setFocus()
        if self.current is None:
            self._announce(_("{done} No proposal is left.").format(done=done))
        else:
            self.notes.bring_into_view(self.current.entry.main.span)
            self._announce(_("{done} Next: {proposal}").format(done=done, proposal=self._spoken(self.current)))

    # Following

    def _hear_found(self) -> None:
        finder, self._finder = self._finder, None
        if finder is None:
            return
        self._found = finder.found
        self.current = None
        self._look_again()
        if self.current is None:
            self._announce(_("The word lists propose nothing here."))
            return
        count = len(self.open)
        first = ngettext("{n} proposal. {proposal}", "{n} proposals. {proposal}", count)
        self._announce(first.format(n=count, proposal=self._spoken(self.current)))
        self.notes.bring_into_view(self.current.entry.main.span)
        self._page.setFocus()

    def _follow(self, _change: Change) -> None:
        if self._found:
            self._look_again()

    def _look_again(self) -> None:
        marked = self._session.annotations.values()
        self.open = open_proposals(self._found, self._left, self._session.lesson.labels, tuple(marked))
        self._show(len(self.open))

    def _show(self, told: int) -> None:
        """The one in hand stays there as long as it is open; then the next after it is."""
        if told < 0:
            self.open = ()
        before = self.current
        if before is None or before not in self.open:
            place = before.entry.main.span if before is not None else Span(0, 0)
            later = (each for each in self.open if each.entry.main.span >= place)
            self.current = next(later, self.open[0] if self.open else None)
        self._show_notes()
        for action in self._keys:
            action.setEnabled(self.current is not None)
        self.told.emit(told)

    def _id(self) -> str:
        return self.current.entry.id if self.current is not None else ""

    def _show_notes(self) -> None:
        notes = [
            ProposalNote(each.entry.id, each.entry.main.span, say_reason(each.reason, each.words), self._asked(each))
            for each in self.open
        ]
        self.notes.show_notes(notes, self._id())
        self._page.viewport().update()

    # Saying

    def _asked(self, proposal: Suggestion) -> str:
        label = self._session.lesson.codebook.label(proposal.entry.label)
        return _("{label}?").format(label=label.name if label is not None else proposal.entry.label)

    def _spoken(self, proposal: Suggestion) -> str:
        words = " ".join(self._session.article.text[proposal.entry.main.span].split())
        reason = say_reason(proposal.reason, proposal.words)
        return _("“{words}”. {reason} {label}").format(words=words, reason=reason, label=self._asked(proposal))

    # Showing

    def _paint(self, painter: QPainter, line: Line) -> None:
        unit = self._look.article_unit()
        for each in self.open:
            units = self._page.in_units(each.entry.main.span)
            if units.start >= line.end or units.end <= line.start:
                continue
            in_hand = each is self.current
            for left, right in line.stretches(units.start, units.end):
                rect = QRectF(
                    left - unit, line.baseline + _TOP * unit, right - left + 2 * unit, (_BOTTOM - _TOP) * unit
                )
                if in_hand:
                    painter.fillRect(rect, self._look.colour("now"))
                paint_outline(painter, rect, self._look.colour("ink" if in_hand else "ink3"), unit=unit)

    def _key(self, name: str, key: str) -> QAction:
        """A key of the page; "" where somebody gave it to another command, and then the buttons are left."""
        action = QAction(name, self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if key:
            action.setShortcut(QKeySequence(key))
        action.setEnabled(False)
        self._page.addAction(action)
        return action


class _Finder(QThread):
    def __init__(self, text: Text, language: str) -> None:
        super().__init__()
        self._text, self._language = text, language
        self.found: tuple[Suggestion, ...] = ()

    def run(self) -> None:
        self.found = suggestions(self._text, self._language)
