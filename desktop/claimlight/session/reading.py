"""One attempt at one lesson: every gesture goes to disk first, then into memory, then to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimlight.core.annotation import Annotation, Link, Quote, quote_of
from claimlight.core.article import Article, Span
from claimlight.core.attempt import Attempt, AttemptState
from claimlight.core.codebook import Label
from claimlight.core.errors import ClaimlightError
from claimlight.core.history import Change, Edit, apply, removal
from claimlight.core.identity import NewId
from claimlight.core.lesson import AnswerKey, Item, Lesson, Mode
from claimlight.core.sayings import CHAIN, FIGURE_PARTS, SOURCE, STATUS, is_mutual
from claimlight.session.objections import Objections
from claimlight.session.work_kept import WorkKept
from claimlight.wording.codebook import spoken_lesson

if TYPE_CHECKING:
    from claimlight.grading.hints import Hints
    from claimlight.grading.receipt import Grade


_GESTURES = {SOURCE: "source", STATUS: "evidence", CHAIN: "chain", **dict.fromkeys(FIGURE_PARTS, "figure-part")}
"""What saying something under an attribute is called, for undo."""


class ReadingSession(QObject):
    """A student's open page.

    `annotations` are what the disk holds, `undoable` and `redoable` the gestures that undo would take back and redo
    make again. A gesture that the disk refuses changes nothing and is told by `failed`.
    """

    changed = Signal(object)
    """A Change was made (or undone, or made again); it is on disk."""
    checked = Signal(object)
    """The work was graded (Grade) and the answers may be shown."""
    hinted = Signal()
    """The work was checked, and another check is left."""
    finished = Signal()
    """The page was closed, and waits to be handed in."""
    failed = Signal(object)
    """A gesture could not be kept (ClaimlightError)."""

    def __init__(self, workbook: WorkKept, lesson: Lesson, attempt: Attempt, new_id: NewId) -> None:
        super().__init__()
        self._workbook = workbook
        self._new_id = new_id
        self.as_written = lesson
        self.lesson = spoken_lesson(lesson)
        """With its label guide in the language of the interface."""
        self.attempt = attempt
        text = lesson.text(attempt.text_name)
        assert text is not None, "an attempt is at a text of its lesson"
        self.article: Article = text.article
        self.rate = text.rate
        self.way = ""
        """How far a finished work has come on its way to the teacher, in words; "" where nothing is known of it."""
        self.objections = Objections(workbook, attempt, self.failed.emit)
        kept = workbook.annotations(attempt)
        self.annotations: dict[str, Annotation] = {annotation.id: annotation for annotation in kept}
        self.undoable: str | None = None
        self.redoable: str | None = None
        self._ask_what_can_be_undone()

    # What may be done

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels of this lesson, in the order of the label bar."""
        found = (self.lesson.codebook.label(id) for id in self.lesson.labels)
        return tuple(label for label in found if label is not None)

    @property
    def other_text(self) -> str:
        """The name of the lesson's other version: the plain one beside the article; "" where there is none."""
        names = (text.article.name for text in self.lesson.texts)
        return next((name for name in names if name != self.article.name), "")

    @property
    def examples(self) -> tuple[Item, ...]:
        """The answers that are shown from the start, to learn from."""
        if self.key is None:
            return ()
        return tuple(item for item in self.key.items if item.id in self.lesson.example)

    @property
    def key(self) -> AnswerKey | None:
        """The answers, as far as they may be used: for a work that is handed in, once it is closed."""
        text = self.lesson.text(self.attempt.text_name)
        return None if text is None or (self.hands_in and not self.closed) else text.key

    @property
    def hands_in(self) -> bool:
        """Whether the hand-in is the only check: nothing is compared with the answers here before it."""
        return self.attempt.mode is not Mode.PRACTICE

    @property
    def closed(self) -> bool:
        """Whether the page can only be read: the answers are out, or the work waits to be handed in."""
        return self.attempt.state is AttemptState.CLOSED

    @property
    def waiting(self) -> bool:
        """Whether the page is closed, and the answers are not out yet."""
        return self.closed and self.key is None

    def in_order(self) -> tuple[Annotation, ...]:
        """The highlights in the order of the page; the longer first where they begin together."""
        return tuple(sorted(self.annotations.values(), key=page_order))

    # Gestures

    def highlight(self, span: Span, label: str) -> str | None:
        """Mark `span` as `label`; over a highlight with that label it extends it instead.

        Returns the id of the highlight that holds the words now, None when nothing could be kept.
        """
        start, end = span.start, span.end
        over = (each for each in self.annotations.values() if each.span.start < end and start < each.span.end)
        touched = sorted((each for each in over if each.label == label), key=page_order)
        around = next((one for one in touched if one.span.start <= span.start and span.end <= one.span.end), None)
        if around is not None:
            return around.id
        if touched:
            return self._extend(touched, span)
        made = Annotation(self._new_id(), label, span, self._quote(span))
        return made.id if self._record(self._change("highlight", Edit(None, made))) else None

    def remove(self, id: str) -> bool:
        return self._record(removal(self._new_id(), self.annotations[id], self.annotations))

    def move_ends(self, id: str, span: Span) -> bool:
        """Let the highlight cover `span`. Nothing happens where it does already or `span` is empty."""
        before = self.annotations[id]
        if span == before.span or not span:
            return False
        return self._record(self._change("move-end", Edit(before, self._at(before, span))))

    def relabel(self, id: str, label: str) -> bool:
        """Give the highlight another label; what was said about it stays."""
        before = self.annotations[id]
        if label == before.label:
            return False
        return self._record(self._change("relabel", Edit(before, replace(before, label=label))))

    def set_note(self, id: str, note: str) -> bool:
        before = self.annotations[id]
        if note == before.note:
            return False
        return self._record(self._change("note", Edit(before, replace(before, note=note))))

    def set_attribute(self, id: str, name: str, values: Sequence[str]) -> bool:
        """Say `values` under `name`; none take it back. Nothing happens where that was said already."""
        before = self.annotations[id]
        after = before.with_attribute(name, values)
        if after == before:
            return False
        return self._record(self._change(_GESTURES.get(name, "detail"), Edit(before, after)))

    def set_sure(self, id: str, sure: bool | None) -> bool:
        """Say whether one is sure of a highlight; None takes it back."""
        before = self.annotations[id]
        if sure is before.sure:
            return False
        return self._record(self._change("sure", Edit(before, replace(before, sure=sure))))

    def link(self, id: str, type: str, target: str) -> bool:
        """Say what a highlight says about another. Two that do not fit with each other are linked both ways.

        Nothing happens where they are linked so already, or are one and the same.
        """
        one, other = self.annotations[id], self.annotations[target]
        if one is other:
            return False
        mutual = is_mutual(self.lesson.codebook, type, one.label, other.label)
        edits = [self._linked(one, type, other), *([self._linked(other, type, one)] if mutual else [])]
        new = [edit for edit in edits if edit is not None]
        return self._record(self._change("link", *new)) if new else False

    def unlink(self, id: str, link_id: str) -> bool:
        """Take a link away; where the other highlight says the same about this one, there too."""
        before = self.annotations[id]
        link = next((link for link in before.links if link.id == link_id), None)
        if link is None:
            return False
        edits = [Edit(before, _without(before, link))]
        other = self.annotations.get(link.target)
        if other is not None and other is not before:
            back = next((each for each in other.links if (each.type, each.target) == (link.type, id)), None)
            if back is not None and is_mutual(self.lesson.codebook, link.type, before.label, other.label):
                edits.append(Edit(other, _without(other, back)))
        return self._record(self._change("unlink", *edits))

    def undo(self) -> Change | None:
        return self._follow(self._workbook.undo)

    def redo(self) -> Change | None:
        return self._follow(self._workbook.redo)

    @property
    def checks_left(self) -> int:
        """How often the work may still be checked; the last check shows the answers."""
        if self.closed or self.key is None:
            return 0
        return max(1, self.lesson.checks - len(self._workbook.checks(self.attempt)))

    def check(self, *, confirmed_few: bool = False) -> Grade | None:
        """Grade the work as it stands and keep it: between checks give hints, at the last one show the answers.

        `confirmed_few` says that the student was asked whether these few highlights are all. None when the work could
        not be kept or graded.
        """
        from claimlight.grading.grade import grade

        if self.key is None or self.closed:
            return None
        last = self.checks_left == 1
        try:
            result = grade(self.lesson, self.annotations.values(), self.article.name)
            self._workbook.check(self.attempt, self.key.key_hash, last=last, confirmed_few=confirmed_few)
            self.attempt = self._workbook.attempt(self.attempt.id)
            self._ask_what_can_be_undone()
        except ClaimlightError as error:
            self.failed.emit(error)
            return None
        if last:
            self.checked.emit(result)
        else:
            self.hinted.emit()
        return result

    def finish(self, *, confirmed_few: bool = False) -> bool:
        """Close the page for the hand-in, as it stands; undo does not go back behind it. Says `finished`.

        `confirmed_few` says that the student was asked whether these few highlights are all.
        """
        if not self.hands_in or self.closed:
            return False
        try:
            self._workbook.check(self.attempt, "", last=True, confirmed_few=confirmed_few)
            self.attempt = self._workbook.attempt(self.attempt.id)
            self._ask_what_can_be_undone()
        except ClaimlightError as error:
            self.failed.emit(error)
            return False
        self.finished.emit()
        return True

    def release(self, key: AnswerKey) -> Grade | None:
        """Take the answers that the teacher has let go, and grade the closed work with them. Says `checked`.

        None where nothing waits for answers, or these do not fit the lesson.
        """
        from claimlight.grading.grade import grade

        if not self.waiting:
            return None
        lesson = self.lesson.with_answers(self.article.name, key)
        try:
            result = grade(lesson, self._workbook.checks(self.attempt)[-1].annotations, self.article.name)
        except ClaimlightError as error:
            self.failed.emit(error)
            return None
        self.as_written = self.as_written.with_answers(self.article.name, key)
        self.lesson = lesson
        self.checked.emit(result)
        return result

    def hints(self) -> Hints | None:
        """What the last check taught, while another is left; None before a check, and where little was marked."""
        from claimlight.grading.grade import grade_prepared, prepare
        from claimlight.grading.hints import hints

        checks = self._workbook.checks(self.attempt)
        if not checks or self.closed or self.key is None:
            return None
        key = prepare(self.lesson, self.article.name)
        return hints(key, grade_prepared(key, checks[-1].annotations))

    @property
    def last_checked(self) -> tuple[Annotation, ...]:
        """The work as it stood at the last check."""
        checks = self._workbook.checks(self.attempt)
        return checks[-1].annotations if checks else ()

    def grade(self) -> Grade | None:
        """The grade of the last check, worked out again by the same rules."""
        from claimlight.grading.grade import grade

        checks = self._workbook.checks(self.attempt)
        if not checks or self.key is None:
            return None
        return grade(self.lesson, checks[-1].annotations, self.article.name)

    def set_reading_position(self, position: int) -> None:
        """Remember where reading stopped; a disk that refuses costs nobody anything."""
        try:
            self._workbook.set_reading_position(self.attempt, position)
        except ClaimlightError as error:
            self.failed.emit(error)

    def reading_position(self) -> int:
        return self._workbook.reading_position(self.attempt)

    # Helpers

    def _extend(self, touched: list[Annotation], span: Span) -> str | None:
        """The first highlight takes in `span` and the others that it touches, which are removed."""
        first = touched[0]
        whole = Span(min(span.start, first.span.start), max(span.end, *(each.span.end for each in touched)))
        edits = [Edit(first, self._at(first, whole))]
        known = apply(Change("", "extend", tuple(edits)), self.annotations)
        for swallowed in touched[1:]:
            gone = removal("", swallowed, known)
            known = apply(gone, known)
            edits.extend(gone.edits)
        change = Change(self._new_id(), "extend", _merged(edits))
        return first.id if self._record(change) else None

    def _at(self, annotation: Annotation, span: Span) -> Annotation:
        return replace(annotation, span=span, quote=self._quote(span))

    def _linked(self, one: Annotation, type: str, other: Annotation) -> Edit | None:
        """`one` with a link to `other`; None where it has that one."""
        if any((link.type, link.target) == (type, other.id) for link in one.links):
            return None
        return Edit(one, replace(one, links=(*one.links, Link(self._new_id(), type, other.id))))

    def _quote(self, span: Span) -> Quote:
        return quote_of(self.article.text, span)

    def _change(self, gesture: str, *edits: Edit) -> Change:
        return Change(self._new_id(), gesture, edits)

    def _record(self, change: Change) -> bool:
        try:
            self._workbook.record(self.attempt, change)
        except ClaimlightError as error:
            self.failed.emit(error)
            return False
        self.annotations = apply(change, self.annotations)
        self.undoable, self.redoable = change.gesture, None
        self.changed.emit(change)
        return True

    def _follow(self, step: Callable[[Attempt], Change | None]) -> Change | None:
        try:
            change = step(self.attempt)
        except ClaimlightError as error:
            self.failed.emit(error)
            return None
        if change is not None:
            self.annotations = apply(change, self.annotations)  # the disk has it, whatever it answers next
            self._ask_what_can_be_undone()
            self.changed.emit(change)
        return change

    def _ask_what_can_be_undone(self) -> None:
        self.undoable = None if self.closed else self._workbook.can_undo(self.attempt)
        self.redoable = None if self.closed else self._workbook.can_redo(self.attempt)


def page_order(annotation: Annotation) -> tuple[int, int, str, str]:
    """The order of the page; the longer first where highlights begin together."""
    return annotation.span.start, -annotation.span.end, annotation.label, annotation.id


def _without(annotation: Annotation, link: Link) -> Annotation:
    return replace(annotation, links=tuple(each for each in annotation.links if each != link))


def _merged(edits: list[Edit]) -> tuple[Edit, ...]:
    """One edit for each highlight, from what it was first to what it is last."""
    by_id: dict[str, Edit] = {}
    for edit in edits:
        earlier = by_id.get(edit.id)
        by_id[edit.id] = edit if earlier is None else Edit(earlier.before, edit.after)
    return tuple(by_id.values())
