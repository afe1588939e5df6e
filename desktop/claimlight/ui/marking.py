"""Marking an article: the page's gestures become highlights, and highlights become marks and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from claimlight.core import moves
from claimlight.core.annotation import Annotation
from claimlight.core.article import Span
from claimlight.core.history import Change
from claimlight.core.sayings import Column
from claimlight.ui.announcing import Announce
from claimlight.ui.article_view import PageMark
from claimlight.ui.commands import Commands
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.ledger_rows import LedgerRows, View
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.ui.palette import Palette
from claimlight.ui.row_hints import RowHint
from claimlight.ui.wiring import Wiring
from claimlight.wording import _, ngettext
from claimlight.wording.gestures import gesture_name

if TYPE_CHECKING:
    from claimlight.session.marked import Marked


class Marking(QObject):
    """Everything a student does with the pen, while the page can be changed."""

    rows_changed = Signal(tuple)
    """The rows of the list, in the order of its view."""
    current_changed = Signal(str)
    note_wanted = Signal(str)
    escaped = Signal()
    """Esc, with nothing in hand that it could put down."""
    """A highlight was opened: show what can be said about it."""

    def __init__(self, session: Marked, page: Page, commands: Commands, look: Look, announce: Announce) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._commands = commands
        self._announce = announce
        self._wiring = Wiring()
        self._quiet = False
        self._picking = False
        self._last_label = session.labels[0].id if session.labels else ""
        self.listed = LedgerRows(session)
        self.label_actions = tuple(self._label_action(number) for number in range(len(session.labels)))
        asks_source = Column.WHO in self.listed.cells.columns
        self.palette = Palette(session.labels, self.label_actions, look, page.viewport(), asks_source=asks_source)
        self._connect()
        self._show_all()

    def set_look(self, look: Look) -> None:
        self.palette.set_look(look)
        self._place_palette(self._page.selection())

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """The rows in page order."""
        return self.listed.in_order

    def remove(self, id: str) -> None:
        """Take a highlight away, wherever that was asked."""
        gone = self._session.annotations.get(id)
        if gone is not None and not self._session.closed and self._session.remove(id):
            self._announce(_("{label} removed").format(label=self._name(gone.label)))

    def set_picking(self, picking: bool) -> None:
        """While words are selected for something else than a highlight, there is no palette and no pen."""
        self._picking = picking
        self._page.set_by_sentence(not picking and self._commands["by-sentence"].isChecked())
        if picking:
            self._put_pen_down()
            self.palette.hide()

    def mark_for_source(self) -> str:
        """The highlight that *Who says it?* is about: the selected words, marked first with the label used last."""
        span = self._page.selection()
        exact = moves.snapped(self._session.article.text, span) if span is not None else None
        if exact is None:
            return self._page.current
        there = next((each.id for each in self._session.annotations.values() if each.span == exact), "")
        if there:
            self._page.select(None)
            return there
        return self._mark(exact, self._last_label) or ""

    def stop(self) -> None:
        """The page can no longer be changed: put the pen and the palette away."""
        self._put_pen_down()
        self.palette.hide()
        for action in (*self.label_actions, *map(self._commands.__getitem__, _WHILE_MARKING)):
            action.setEnabled(False)
        for id, plain in (("undo", _("&Undo")), ("redo", _("&Redo"))):
            self._commands[id].setText(plain)
        self._wiring.cut()

    def close(self) -> None:
        """From now on the page is only read, and no row asks anything."""
        self.stop()
        self.listed.fill()
        self.rows_changed.emit(self.listed.arranged())

    def _label_action(self, number: int) -> QAction:
        action = self._commands.label_action(number, self._session.labels[number].name, self._page)
        action.triggered.connect(lambda _checked, number=number: self._label_chosen(number))
        return action

    def _connect(self) -> None:
        page, commands, session = self._page, self._commands, self._session
        gestures: tuple[tuple[SignalInstance, Callable[..., object]], ...] = (
            (page.selected, self._place_palette),
            (page.swept, self._sweep),
            (page.end_moved, self._move_ends),
            (page.current_changed, self._enter),
            (page.opened, self.note_wanted.emit),
            (page.verticalScrollBar().valueChanged, lambda: self._place_palette(page.selection())),
        )
        for signal, slot in gestures:
            self._wiring.connect(signal, slot)
        self._wiring.connect(page.more_asked, self._list_overlapping)
        self._wiring.connect(page.menu_asked, self._offer)
        self.palette.label_chosen.connect(self._mark_selection)
        session.changed.connect(self._show_change)
        commanded: tuple[tuple[str, Callable[..., object]], ...] = (
            ("sentence", self._take_sentence),
            ("pen-down", self._escape),
            ("remove", lambda: self.remove(page.current)),
            ("end-back", lambda: self._nudge(start=False, on=False)),
            ("end-on", lambda: self._nudge(start=False, on=True)),
            ("start-back", lambda: self._nudge(start=True, on=False)),
            ("start-on", lambda: self._nudge(start=True, on=True)),
            ("undo", self._undo),
            ("redo", self._redo),
        )
        for id, slot in commanded:
            self._wiring.connect(commands[id].triggered, slot)
            commands[id].setEnabled(True)
        page.set_by_sentence(commands["by-sentence"].isChecked())
        self._wiring.connect(commands["by-sentence"].toggled, page.set_by_sentence)
        self._wiring.connect(page.sentence_taken, self._say_sentence)

    # Gestures

    def _label_chosen(self, number: int) -> None:
        """A label's key or button: it marks what is selected, renames the highlight in hand, or becomes the pen."""
        label = self._session.labels[number].id
        held = self._session.annotations.get(self._page.current)
        if self._page.selection() is not None:
            self._mark_selection(label)
        elif held is not None and held.label != label and not self._page.pen:
            if self._session.relabel(held.id, label):
                self._announce(_("Now {label}").format(label=self._name(label)))
            self._show_pen()
        else:
            self._page.set_pen("" if self._page.pen == label else label)
            self._show_pen()
            self._say_pen()

    def _mark_selection(self, label: str) -> None:
        span = self._page.selection()
        if span is not None:
            self._mark(span, label)
        self._show_pen()

    def _sweep(self, span: Span) -> None:
        self._mark(span, self._page.pen)

    def _mark(self, span: Span, label: str) -> str | None:
        """Mark the words and say so; the highlight's id, None where nothing could be marked."""
        exact = moves.snapped(self._session.article.text, span)
        if exact is None:
            self._announce(_("There are no words to mark here"))
            return None
        before = self._session.annotations
        id = self._session.highlight(span, label)
        if id is None:
            return None
        self._last_label = label
        self.palette.hide()
        self._leave_words(span.end)
        if before is self._session.annotations:
            self._announce(_("Already marked as {label}").format(label=self._name(label)))
        else:
            self._announce(self._spoken(self._session.annotations[id]))
        return id

    def _leave_words(self, end: int) -> None:
        """The caret goes behind what was marked, and nothing is in hand: the next key is for the next highlight."""
        self._quiet = True
        self._page.move_caret(end)
        self._page.set_current("")
        self._quiet = False

    def _move_ends(self, id: str, span: Span) -> None:
        if id in self._session.annotations and self._session.move_ends(id, span):
            self._announce(self._spoken(self._session.annotations[id]))

    def _nudge(self, *, start: bool, on: bool) -> None:
        """Move an end of the highlight in hand by a word, as long as a word is left."""
        held = self._session.annotations.get(self._page.current)
        if held is None:
            self._announce(_("Go to a highlight first, with Tab"))
            return
        text, span = self._session.article.text, held.span
        if start:
            move = moves.next_word if on else moves.previous_word
            span = Span(move(text, span.start), span.end)
        else:
            move = moves.next_word_end if on else moves.previous_word_end
            span = Span(span.start, move(text, span.end))
        if moves.snapped(text, span) is None or span.start >= span.end:
            self._announce(_("A highlight keeps at least one word"))
            return
        self._move_ends(held.id, span)
        self._page.go_to(held.id)

    def _take_sentence(self) -> None:
        sentence = moves.sentence_at(self._session.article.text, self._page.caret)
        if sentence is not None:
            self._page.select(sentence.span)

    def _escape(self) -> None:
        """Put down the pen; without a pen, let go of the selection."""
        if self._page.pen:
            self._put_pen_down()
            self._announce(_("Pen down"))
        else:
            if self._page.selection() is not None:
                self._announce(_("Let go"))
            else:
                self.escaped.emit()
            self._page.select(None)

    def _say_sentence(self, span: Span) -> None:
        """With *Click a sentence, then a label*: what was taken, and what comes next."""
        count = len(self._session.article.text.words_touching(span))
        words = ngettext("Sentence of {n} word taken.", "Sentence of {n} words taken.", count).format(n=count)
        self._announce(_("{sentence} Now choose a label.").format(sentence=words))

    def _put_pen_down(self) -> None:
        self._page.set_pen("")
        self._show_pen()

    def _undo(self) -> None:
        change = self._session.undo()
        if change is not None:
            self._announce(_("Undone: {gesture}").format(gesture=gesture_name(change.gesture)))

    def _redo(self) -> None:
        change = self._session.redo()
        if change is not None:
            self._announce(_("Done again: {gesture}").format(gesture=gesture_name(change.gesture)))

    # Showing

    def _show_all(self) -> None:
        annotations = self._session.in_order()
        self.listed.fill()
        self._page.show_marks([*example_marks(self._session), *map(_page_mark, annotations)])
        self._show_undo()

    def _show_change(self, change: Change) -> None:
        """Only what the change touched, so that a thousand highlights cost no more than one."""
        self.listed.follow(change)
        for edit in change.edits:
            if edit.after is None:
                self._page.take_mark(edit.id)
            elif edit.before is None or _page_mark(edit.before) != _page_mark(edit.after):
                self._page.put_mark(_page_mark(edit.after))
        self.rows_changed.emit(self.listed.arranged())
        self._show_undo()

    def show_hints(self, hints: Mapping[str, RowHint]) -> None:
        """Let each of these highlights, by id, carry its hint on its row."""
        self.listed.set_hints(hints)
        self.rows_changed.emit(self.listed.arranged())

    def arrange(self, view: View) -> None:
        """Show the rows in the order of `view`."""
        self.listed.view = view
        self.rows_changed.emit(self.listed.arranged())

    def _show_undo(self) -> None:
        for id, gesture, words, plain in (
            ("undo", self._session.undoable, _("&Undo: {gesture}"), _("&Undo")),
            ("redo", self._session.redoable, _("&Redo: {gesture}"), _("&Redo")),
        ):
            self._commands[id].setEnabled(gesture is not None)
            self._commands[id].setText(words.format(gesture=gesture_name(gesture)) if gesture else plain)

    def _show_pen(self) -> None:
        for label, action in zip(self._session.labels, self.label_actions, strict=True):
            self._commands.show_pen(action, label.id == self._page.pen)

    def _say_pen(self) -> None:
        if self._page.pen:
            self._announce(
                _("Pen: {label}. Sweep over words; {key} puts it down.").format(
                    label=self._name(self._page.pen), key=self._key_aloud("pen-down")
                )
            )
        else:
            self._announce(_("Pen down"))

    def _key_aloud(self, id: str) -> str:
        shown = self._commands.shown(id)
        return _("Escape") if shown == "Esc" else shown or _("its button")

    def _enter(self, id: str) -> None:
        self.current_changed.emit(id)
        if self._quiet:
            return
        here = self._session.annotations.get(id)
        self._announce(self._entered(here) if here is not None else _("Out of the highlight"))

    def _entered(self, annotation: Annotation) -> str:
        """What it is, and the hint that stands on its row."""
        spoken, hint = self._spoken(annotation), self.listed.row(annotation.id).hint
        return _("{highlight}. Hint: {hint}").format(highlight=spoken, hint=hint) if hint else spoken

    def _place_palette(self, span: Span | None) -> None:
        if span is None or self._picking or self._page.pen or moves.snapped(self._session.article.text, span) is None:
            self.palette.hide()
            return
        lines = self._page.rect_of(span)
        bounds = self._page.viewport().rect()
        if not lines.intersects(bounds):
            self.palette.hide()
            return
        last = self._page.rect_of(Span(max(span.start, span.end - 1), span.end))
        start = self._page.last_line_start(span)
        self.palette.place(lines.united(last), bounds, start)

    def _list_overlapping(self, ids: list[str], at: QPoint) -> None:
        """The highlights behind a tag "+n", to choose from."""
        menu = QMenu(self._page)
        for annotation in (self._session.annotations[id] for id in ids if id in self._session.annotations):
            id = annotation.id
            words = self._session.article.text[annotation.span][:60]
            action = menu.addAction(_("{label}: {words}").format(label=self._name(annotation.label), words=words))
            action.triggered.connect(lambda _checked=False, id=id: self._page.go_to(id))
        menu.popup(at)

    def _offer(self, id: str, at: QPoint) -> None:
        """What can be done with the highlight under the other mouse button."""
        held = self._session.annotations.get(id)
        if held is None or self._session.closed:
            return
        menu = QMenu(self._page)
        for label in self._session.labels:
            action = menu.addAction(_("Label it {label}").format(label=label.name.lower()))
            action.setEnabled(label.id != held.label)
            action.triggered.connect(lambda _checked=False, label=label.id: self._session.relabel(id, label))
        menu.addSeparator()
        menu.addAction(self._commands["note"])
        menu.addAction(self._commands["remove"])
        menu.popup(at)

    def _name(self, label: str) -> str:
        found = self._session.lesson.codebook.label(label)
        return found.name if found else label

    def _spoken(self, annotation: Annotation) -> str:
        text = self._session.article.text
        count = len(text.words_touching(annotation.span))
        words = ngettext("{n} word", "{n} words", count).format(n=count)
        return _("{label}, {words}, paragraph {n}").format(
            label=self._name(annotation.label), words=words, n=text.paragraph(annotation.span.start)
        )


_WHILE_MARKING = ("remove", "sentence", "pen-down", "end-back", "end-on", "start-back", "start-on", "undo", "redo")


def example_marks(session: Marked) -> Iterator[PageMark]:
    """The worked example, marked as it should be; it is nobody's highlight and never graded."""
    for item in session.examples:
        yield PageMark(f"example:{item.id}", item.main.span, item.label)


def _page_mark(annotation: Annotation) -> PageMark:
    return PageMark(annotation.id, annotation.span, annotation.label)
