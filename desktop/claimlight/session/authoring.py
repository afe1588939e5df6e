"""One lesson in the making: every gesture goes to disk first, then into memory, then to whoever shows it.

It answers to the same names as a student's page does (`session.reading`), so that answers are marked with the student's
own pen: each answer, trap and excluded zone is a highlight there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimlight.core.annotation import Annotation, Link, quote_of
from claimlight.core.article import Article, Span
from claimlight.core.codebook import Label
from claimlight.core.draft import DraftChange, PartEdit, applied
from claimlight.core.errors import ClaimlightError
from claimlight.core.history import Change, Edit
from claimlight.core.identity import NewId
from claimlight.core.lesson import AnswerKey, Decoy, Item, Lesson, World
from claimlight.files.key_json import Entry
from claimlight.session.reading import page_order
from claimlight.store.classbook import Classbook, DraftVersion
from claimlight.wording.codebook import spoken_codebook
from claimlight.work import entry_edits
from claimlight.work.author_labels import author_labels, authors_codebook, entry_at, id_letter, label_of
from claimlight.work.draft import (
    Draft,
    PlacedEntry,
    draft_of,
    entry_edit,
    free_id,
    removal_edits,
    sheet_edit,
    span_of,
)
from claimlight.work.draft_text import confirmed_edit, found_edit, language_edits, text_edits

if TYPE_CHECKING:
    from claimlight.core.anchoring import Degree


class AuthoringSession(QObject):
    """A teacher's open lesson.

    `annotations` are what the disk holds, by id, as the page shows them. A gesture that the disk or the lesson's rules
    refuse changes nothing and is told by `failed`.
    """

    changed = Signal(object)
    """Marks were made, moved or removed (Change); the text is the same."""
    retold = Signal()
    """The article's text is another one now; all marks stand anew."""
    drafted = Signal(object)
    """Anything at all was changed (DraftChange); it is on disk."""
    failed = Signal(object)
    """A gesture could not be kept (ClaimlightError)."""

    closed = False
    key: AnswerKey | None = None
    examples: tuple[Item, ...] = ()

    def __init__(self, classbook: Classbook, draft: str, new_id: NewId) -> None:
        """Raises LessonError or TextError where the draft cannot be read."""
        super().__init__()
        self._classbook = classbook
        self._new_id = new_id
        self.id = draft
        self.draft: Draft = draft_of(classbook.parts(draft))
        self.annotations: dict[str, Annotation] = {}
        self._read()

    # What is there

    @property
    def article(self) -> Article:
        return self.lesson.texts[0].article

    @property
    def labels(self) -> tuple[Label, ...]:
        """The lesson's labels in the order of the label bar, then the author's own."""
        found = (self.lesson.codebook.label(id) for id in self.lesson.labels)
        return (*(label for label in found if label is not None), *author_labels())

    @property
    def undoable(self) -> str | None:
        """The gesture that undo would take back."""
        return self._classbook.can_undo(self.id)

    @property
    def redoable(self) -> str | None:
        return self._classbook.can_redo(self.id)

    def in_order(self) -> tuple[Annotation, ...]:
        """The marks in the order of the page; the longer first where they begin together."""
        return tuple(sorted(self.annotations.values(), key=page_order))

    def entry(self, id: str) -> Entry | None:
        placed = self.draft.entries.get(id)
        return placed.entry if placed is not None else None

    def in_doubt(self) -> tuple[str, ...]:
        """The ids of answers whose words have changed, in the order of the page: somebody must look."""
        return tuple(each.id for each in self.in_order() if not self.draft.entries[each.id].counts)

    def degree(self, id: str) -> Degree:
        return self.draft.entries[id].degree

    # Gestures on the page

    def highlight(self, span: Span, label: str) -> str | None:
        """Mark `span` as `label`; over a mark with that label it extends it instead.

        Returns the id of the mark that holds the words now, None when nothing could be kept.
        """
        touched = sorted(
            (each for each in self.annotations.values() if each.label == label and _overlap(each.span, span)),
            key=page_order,
        )
        around = next((one for one in touched if one.span.start <= span.start and span.end <= one.span.end), None)
        if around is not None:
            return around.id
        if touched:
            whole = Span(min(span.start, touched[0].span.start), max(span.end, *(each.span.end for each in touched)))
            return touched[0].id if self._join(touched, whole) else None
        id = free_id(self.draft, id_letter(label))
        return id if self._keep("mark", entry_at(span, label, id)) else None

    def remove(self, id: str) -> bool:
        return self._record("remove", removal_edits(self.draft, id))

    def move_ends(self, id: str, span: Span) -> bool:
        """Let the mark cover `span`. Nothing happens where it does already or `span` is empty."""
        return bool(span) and self._change("move-end", id, lambda entry: entry_edits.on_span(entry, span))

    def relabel(self, id: str, label: str) -> bool:
        return self._change("relabel", id, lambda entry: entry_edits.under_label(entry, label))

    def undo(self) -> DraftChange | None:
        return self._follow(self._classbook.undo)

    def redo(self) -> DraftChange | None:
        return self._follow(self._classbook.redo)

    # What is said about an answer

    def set_note(self, id: str, note: str) -> bool:
        """Say why this is an answer, or why this trap is none; students read it after the last check."""
        return self._change("explanation", id, lambda entry: entry_edits.explained(entry, note))

    def set_attribute(self, id: str, name: str, values: Sequence[str]) -> bool:
        return self._change_item("attribute", id, lambda item: entry_edits.with_values(item, name, values))

    def link(self, id: str, type: str, target: str) -> bool:
        """Say what an answer says about another one."""
        return id != target and self._change_item("link", id, lambda item: entry_edits.linked(item, type, target))

    def unlink(self, id: str, link_id: str) -> bool:
        link = next((link for link in self.annotations[id].links if link.id == link_id), None)
        if link is None:
            return False
        return self._change_item("unlink", id, lambda item: entry_edits.unlinked(item, link.type, link.target))

    def set_weight(self, id: str, weight: Fraction) -> bool:
        return self._change_item("weight", id, lambda item: replace(item, weight=weight))

    def set_optional(self, id: str, optional: bool) -> bool:
        return self._change_item("optional", id, lambda item: replace(item, optional=optional))

    def set_group(self, id: str, group: str) -> bool:
        return self._change_item("group", id, lambda item: replace(item, group=group))

    def set_teacher_note(self, id: str, note: str) -> bool:
        return self._change_item("note", id, lambda item: replace(item, note=note))

    def set_must_have(self, id: str, core: tuple[Span, ...]) -> bool:
        """The words that a full answer must have; none mean the usual ones."""
        return self._change_item("must-have", id, lambda item: entry_edits.with_main(item, core=core))

    def set_may_have(self, id: str, outer: tuple[Span, ...]) -> bool:
        """The widest stretch that still earns everything; none mean the usual one."""
        return self._change_item("may-have", id, lambda item: entry_edits.with_main(item, outer=outer))

    def set_must_words(self, id: str, must: tuple[Span, ...]) -> bool:
        return self._change_item("must-words", id, lambda item: entry_edits.with_main(item, must=must))

    def set_speaker(self, id: str, words: tuple[Span, ...]) -> bool:
        """The words that name who says it; a mark may take them in."""
        return self._change_item("speaker", id, lambda item: replace(item, speaker=words))

    def set_cue(self, id: str, words: tuple[Span, ...]) -> bool:
        """The reporting verb; a mark may take it in."""
        return self._change_item("speaker", id, lambda item: replace(item, cue=words))

    def set_denying(self, id: str, words: tuple[Span, ...]) -> bool:
        """The words that say no, without which a mark is no denial."""
        return self._change_item("speaker", id, lambda item: replace(item, denying=words))

    def set_parts(self, id: str, parts: Sequence[Span]) -> bool:
        """The parts of an answer that other words break; one part means an answer in one piece."""
        return self._change_item("parts", id, lambda item: entry_edits.joined(item, parts))

    def set_covers(self, id: str, others: tuple[str, ...]) -> bool:
        """The answers, by id, that one mark on this one earns as well."""
        return self._change_item("covers", id, lambda item: entry_edits.with_main(item, covers=others))

    def set_bonus(self, id: str, bonus: Fraction) -> bool:
        """The points that a mark on an answer that is not counted earns on top."""
        return self._change_item("bonus", id, lambda item: replace(item, bonus=bonus))

    def set_world(self, id: str, world: World | None) -> bool:
        """How things stand outside the article; None says nothing of it."""
        return self._change_item("world", id, lambda item: replace(item, world=world))

    def add_also_right(self, id: str, span: Span, factor: Fraction, label: str = "", note: str = "") -> bool:
        return self._change_item("also-right", id, lambda item: entry_edits.also_right(item, span, factor, label, note))

    def change_also_right(self, id: str, number: int, *, factor: Fraction | None = None, label: str = "") -> bool:
        """Another share of the points, or another label, for the alternative `number`, counted from 0."""
        return self._change_item(
            "also-right", id, lambda item: entry_edits.with_alternative(item, number, factor=factor, label=label)
        )

    def remove_also_right(self, id: str, number: int) -> bool:
        return self._change_item("also-right", id, lambda item: entry_edits.without_alternative(item, number))

    def accept(self, gesture: str, entries: Sequence[Entry]) -> bool:
        """Put several new or changed entries in at once: what the draft helper proposed and the teacher accepted."""
        return self._record(gesture, [edit for entry in entries for edit in entry_edit(self.draft, PlacedEntry(entry))])

    # The text and the sheet

    def set_markdown(self, markdown: str) -> bool:
        """Let the article say `markdown`; every answer stays on its words, or wants a look."""
        return self._tried("text", lambda: text_edits(self.draft, markdown))

    def set_sheet(self, **changed: object) -> bool:
        """Write fields of `lesson.toml`; None takes one out."""
        if {"language", "direction"} & changed.keys():
            return self._tried("sheet", lambda: language_edits(self.draft, **changed))
        return self._tried("sheet", lambda: sheet_edit(self.draft, **changed))

    def confirm(self, id: str) -> bool:
        """The answer in doubt stands on the right words."""
        return self._record("confirm", confirmed_edit(self.draft, id))

    def find_again(self, id: str, span: Span) -> bool:
        """Put a lost answer on `span`."""
        return self._record("find-again", found_edit(self.draft, id, span))

    def drop_lost(self, id: str) -> bool:
        """Give up an answer whose words are gone."""
        return self._record("remove", removal_edits(self.draft, id))

    def keep_version(self, reason: str) -> bool:
        """Keep the lesson as it is now among its versions."""
        try:
            self._classbook.keep_version(self.id, reason)
        except ClaimlightError as error:
            self.failed.emit(error)
            return False
        return True

    def versions(self) -> tuple[DraftVersion, ...]:
        """The versions that were kept, the first first."""
        try:
            return self._classbook.versions(self.id)
        except ClaimlightError as error:
            self.failed.emit(error)
            return ()

    # Helpers

    def _change(self, gesture: str, id: str, edit: Callable[[Entry], Entry]) -> bool:
        placed = self.draft.entries[id]
        return self._record(gesture, entry_edit(self.draft, replace(placed, entry=edit(placed.entry))))

    def _change_item(self, gesture: str, id: str, edit: Callable[[Item], Item]) -> bool:
        return self._change(gesture, id, lambda entry: edit(entry) if isinstance(entry, Item) else entry)

    def _keep(self, gesture: str, entry: Entry) -> bool:
        return self._record(gesture, entry_edit(self.draft, PlacedEntry(entry)))

    def _join(self, touched: Sequence[Annotation], whole: Span) -> bool:
        """The first mark takes in `whole` and the others that it touches, which are removed."""
        first, *others = touched
        placed = self.draft.entries[first.id]
        grown = entry_edit(self.draft, replace(placed, entry=entry_edits.on_span(placed.entry, whole)))
        edits, draft = [*grown], draft_of(applied(DraftChange("", "", grown), self.draft.parts), self.draft)
        for other in others:
            gone = removal_edits(draft, other.id)
            edits += gone
            draft = draft_of(applied(DraftChange("", "", gone), draft.parts), draft)
        return self._record("extend", edits)

    def _tried(self, gesture: str, edits: Callable[[], Sequence[PartEdit]]) -> bool:
        try:
            found = edits()
        except ClaimlightError as error:
            self.failed.emit(error)
            return False
        return self._record(gesture, found)

    def _record(self, gesture: str, edits: Sequence[PartEdit]) -> bool:
        """Nothing happens where nothing would change."""
        if not edits:
            return False
        change = DraftChange(self._new_id(), gesture, _merged(edits))
        try:
            after = draft_of(applied(change, self.draft.parts), self.draft)
            self._classbook.record(self.id, change)
        except ClaimlightError as error:
            self.failed.emit(error)
            return False
        self._take(change, after)
        return True

    def _follow(self, step: Callable[[str], DraftChange | None]) -> DraftChange | None:
        try:
            change = step(self.id)
        except ClaimlightError as error:
            self.failed.emit(error)
            return None
        if change is not None:
            self._take(change, draft_of(applied(change, self.draft.parts), self.draft))
        return change

    def _take(self, change: DraftChange, after: Draft) -> None:
        before, text = self.annotations, self.draft.text
        self.draft = after
        self._read()
        self.drafted.emit(change)
        if after.text != text:
            self.retold.emit()
            return
        ids = [*before.keys(), *(id for id in self.annotations if id not in before)]
        edits = tuple(
            Edit(before.get(id), self.annotations.get(id)) for id in ids if before.get(id) != self.annotations.get(id)
        )
        self.changed.emit(Change(change.id, change.gesture, edits))

    def _read(self) -> None:
        lesson = self.draft.lesson()
        self.lesson: Lesson = replace(lesson, codebook=authors_codebook(spoken_codebook(lesson.codebook)))
        self.annotations = {id: _annotation(placed.entry, self.draft) for id, placed in self.draft.entries.items()}


def _annotation(entry: Entry, draft: Draft) -> Annotation:
    span = span_of(entry)
    quote = quote_of(draft.text, span)
    if not isinstance(entry, Item):
        note = entry.explanation if isinstance(entry, Decoy) else ""
        return Annotation(entry.id, label_of(entry), span, quote, note=note)
    links = tuple(Link(f"{link.type}:{link.item}", link.type, link.item) for link in entry.links)
    return Annotation(entry.id, entry.label, span, quote, entry.attributes, links, entry.explanation)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _merged(edits: Sequence[PartEdit]) -> tuple[PartEdit, ...]:
    """One edit for each part, from what it was first to what it is last."""
    by_part: dict[str, PartEdit] = {}
    for edit in edits:
        first = by_part.get(edit.part)
        by_part[edit.part] = edit if first is None else PartEdit(edit.part, first.before, edit.after)
    return tuple(each for each in by_part.values() if each.before != each.after)
