"""The cleaning review: an article before and after, and each change that is proposed, to be accepted or left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.files.reading_level import reading_level
from claimlight.ui.controls import Button, Caption, Paragraph, hairline, scrolling
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import Sheet, Worn
from claimlight.ui.teacher.cleaning_notes import cleaning_notes
from claimlight.ui.teacher.cleaning_rows import ProposalRow
from claimlight.ui.teacher.cleaning_text import CleaningText
from claimlight.ui.teacher.fields import Segments
from claimlight.wording import _, ngettext
from claimlight.wording.lesson_facts import grade_text
from claimlight.work.cleaning import Cleaning, Proposal, cleaned

SHARING = ("yes", "no", "unknown")
_BOTH_FROM, _STACK_BELOW, _PANEL = 1000, 760, 340


class CleaningPage(Sheet):
    """Nothing changes until it is accepted; `made` gives what was accepted when the lesson is to be made."""

    made = Signal(object, str)
    """The accepted proposals (a tuple), and whether the text may be shared (one of SHARING, or "")."""

    def __init__(self, cleaning: Cleaning, look: Look) -> None:
        super().__init__(look)
        self._cleaning = cleaning
        self._decided: dict[int, bool] = {}
        self._held: int | None = None
        self.back = Button(_("Lessons"), look, kind="flat", icon=Icon.BACK)
        self._title = Caption(_("New lesson"), look, Type.LARGE_HEADING)
        self.undo_all = Button(_("Undo all"), look, kind="flat")
        self.accept_rest = Button("", look)
        self.before = CleaningText(_("Before"), cleaning.text, look)
        self.after = CleaningText(_("After"), cleaning.text, look)
        self._head = Caption(_("Cleaning"), look, Type.LARGE_HEADING)
        self._count = Caption("", look, Type.SECONDARY, "second")
        self.rows = tuple(ProposalRow(each, cleaning.text, look) for each in cleaning.proposals)
        self.notes = tuple(Paragraph(words, look, Type.SECONDARY, "ink2") for words in cleaning_notes(cleaning))
        self._promise = Paragraph(_("Nothing changes until you accept it."), look, Type.SECONDARY, "ink2")
        self._question = Paragraph(_("May this text be shared outside the class?"), look, Type.HEADING)
        self.sharing = Segments(
            _("May this text be shared outside the class?"), (_("Yes"), _("No"), _("I don’t know")), look
        )
        self._facts = Caption("", look, Type.SECONDARY, "second")
        self.make = Button(_("Make the lesson"), look, kind="primary")
        bar: tuple[Worn, ...] = (
            self.back,
            self._title,
            self.undo_all,
            self.accept_rest,
            self.before,
            self.after,
            self._head,
        )
        below: tuple[Worn, ...] = (self._count, self._promise, self._question, self.sharing, self._facts, self.make)
        for part in (*bar, *below, *self.rows, *self.notes):
            self.wear(part)
        self._build()
        self._connect()
        self._refresh()
        self.set_look(look)

    @property
    def accepted(self) -> tuple[Proposal, ...]:
        return tuple(each for n, each in enumerate(self._cleaning.proposals) if self._decided.get(n))

    def begin(self) -> None:
        """The keyboard goes to the first proposal."""
        (self.rows[0].accept if self.rows else self.make).setFocus()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._show_marks()

    def space(self) -> None:
        px, width = self._look.px, self.width()
        self._bar.setContentsMargins(12, px(7), 16, px(7))
        self._bar.setSpacing(px(12))
        self._strip.setContentsMargins(px(24), px(10), px(16), px(10))
        self._strip.setSpacing(px(8))
        self._asked.setSpacing(px(8))
        self._top.setContentsMargins(px(20), px(14), px(20), px(10))
        self._said.setContentsMargins(px(20), px(6), px(20), px(10))
        self._panel_column.setSpacing(0)
        for words in (self._promise, *self.notes):
            words.setContentsMargins(px(20), px(12), px(20), 0)
        both = width >= px(_BOTH_FROM)
        self.after.setVisible(both)
        self._between.setVisible(both)
        self._facts.setVisible(width >= px(1240))
        stacked = width < px(_STACK_BELOW)
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._strip.setDirection(way)
        self._asked.setDirection(way)

    def _build(self) -> None:
        bar = QFrame()
        bar.setObjectName("bar")
        self._bar = QHBoxLayout(bar)
        self._bar.addWidget(self.back)
        self._bar.addWidget(self._title)
        self._bar.addStretch(1)
        self._bar.addWidget(self.undo_all)
        self._bar.addWidget(self.accept_rest)
        content = QWidget()
        self._panel_column = QVBoxLayout(content)
        self._panel_column.setContentsMargins(0, 0, 0, 0)
        self._top = QHBoxLayout()
        self._top.addWidget(self._head)
        self._top.addStretch(1)
        self._top.addWidget(self._count)
        self._panel_column.addLayout(self._top)
        for row in self.rows:
            self._panel_column.addWidget(hairline())
            self._panel_column.addWidget(row)
        if self.rows:
            self._panel_column.addWidget(hairline())
        self._said = QVBoxLayout()
        for said in (self._promise, *self.notes):
            self._said.addWidget(said)
        self._panel_column.addLayout(self._said)
        self._panel_column.addStretch(1)
        self._panel = QFrame()
        self._panel.setObjectName("panel")
        inner = QVBoxLayout(self._panel)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(scrolling(content))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.before, 1)
        self._between = hairline("upright")
        middle.addWidget(self._between)
        middle.addWidget(self.after, 1)
        middle.addWidget(self._panel)
        strip = QFrame()
        strip.setObjectName("strip")
        self._strip = QBoxLayout(QBoxLayout.Direction.LeftToRight, strip)
        asked = self._asked = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        asked.addWidget(self._question, 1)
        asked.addWidget(self.sharing)
        asked.addStretch(1)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(self._facts)
        ends.addWidget(self.make)
        self._strip.addLayout(asked, 1)
        self._strip.addLayout(ends)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addLayout(middle, 1)
        outer.addWidget(strip)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.undo_all.clicked.connect(self._take_all_back)
        self.accept_rest.clicked.connect(self._accept_rest)
        self.make.clicked.connect(self._make)
        for number, row in enumerate(self.rows):
            row.decided.connect(lambda yes, number=number: self._decide(number, yes))
            row.entered.connect(lambda number=number: self._go_to(number))
        self.before.scrolled.connect(self.after.scroll_to)
        self.after.scrolled.connect(self.before.scroll_to)

    # Deciding

    def _decide(self, number: int, yes: bool | None) -> None:
        """Accept, leave, or (None) decide anew; the keyboard goes on to the next that is open."""
        if yes is None:
            self._decided.pop(number, None)
        else:
            self._decided[number] = yes
        self._refresh()
        if yes is None:
            self.rows[number].accept.setFocus()
            return
        open_still = [n for n in range(len(self.rows)) if n not in self._decided]
        after = next((n for n in open_still if n > number), open_still[0] if open_still else None)
        (self.rows[after].accept if after is not None else self.make).setFocus()

    def _accept_rest(self) -> None:
        for number in range(len(self.rows)):
            self._decided.setdefault(number, True)
        self._refresh()
        self.make.setFocus()

    def _take_all_back(self) -> None:
        self._decided.clear()
        self._refresh()
        self.begin()

    def _make(self) -> None:
        chosen = self.sharing.current
        self.made.emit(self.accepted, SHARING[chosen] if chosen >= 0 else "")

    # Showing

    def _refresh(self) -> None:
        for number, row in enumerate(self.rows):
            row.show_decided(self._decided.get(number))
        done, of = len(self._decided), len(self.rows)
        rest = of - done
        self._count.setText(_("{n} of {all} decided").format(n=done, all=of))
        self._count.setVisible(of > 0)
        self._promise.setVisible(of > 0)
        self.accept_rest.setText(ngettext("Accept the other {n}", "Accept the other {n}", rest).format(n=rest))
        self.accept_rest.setVisible(done < of)
        self.undo_all.setVisible(done > 0)
        self._show_after()
        self._show_marks()

    def _show_after(self) -> None:
        """As it will be with everything accepted that was not left."""
        from claimlight.files.markdown_text import build_text

        hoped = [each for n, each in enumerate(self._cleaning.proposals) if self._decided.get(n, True)]
        markdown, _moved = cleaned(self._cleaning, hoped)
        first = self._cleaning.text.blocks[0]
        text = build_text(markdown, first.language, first.direction)
        self.after.show_text(text)
        words = sum(len(sentence.bounds) // 2 for sentence in text.sentences)
        level = reading_level(text, first.language)
        said = [ngettext("{n} word", "{n} words", words).format(n=words), _("{n} min").format(n=20)]
        if level is not None:
            said.append(_("Reading level: grade {grade}").format(grade=grade_text(level.first, level.last)))
        self._facts.setText("    ".join(said))

    def _show_marks(self) -> None:
        left = [each for n, each in enumerate(self._cleaning.proposals) if self._decided.get(n, True)]
        in_hand = self._cleaning.proposals[self._held] if self._held is not None else None
        self.before.show_proposals(left, in_hand)

    def _go_to(self, number: int) -> None:
        """What has the keyboard is seen on the page."""
        self._held = number
        self._show_marks()
        self.before.bring(self._cleaning.proposals[number].places[0])
