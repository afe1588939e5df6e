"""The rows of *Who says what*, kept in step with the highlights one by one, and arranged as the reader likes them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from claimlight.core.annotation import Annotation
from claimlight.core.history import Change
from claimlight.core.sayings import SOURCE
from claimlight.session.reading import page_order
from claimlight.ui.ledger_cells import Cells, speaker_name
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.row_hints import RowHint
from claimlight.ui.tags import mark_of
from claimlight.wording import N_, _

if TYPE_CHECKING:
    from claimlight.session.marked import Marked

_Key = tuple[int, int, str, str]


class View(StrEnum):
    """How the rows are arranged."""

    PLACE = "place"
    SPEAKER = "speaker"
    CLAIM = "claim"
    LABEL = "label"


VIEW_NAMES = {
    View.PLACE: N_("By place"),
    View.SPEAKER: N_("By speaker"),
    View.CLAIM: N_("By claim"),
    View.LABEL: N_("By label"),
}


class LedgerRows:
    """Rows in the order of the page. Only what a change touched is made anew."""

    def __init__(self, session: Marked) -> None:
        self._session = session
        self._text = session.article.text
        self._marks = {label.id: mark_of(label) for label in session.lesson.codebook.labels}
        self.cells = Cells(session.lesson.ask, session.lesson.codebook, self._text)
        self._order: list[_Key] = []
        self._rows: list[LedgerRow] = []
        self._linked_from: defaultdict[str, set[str]] = defaultdict(set)
        self._hints: Mapping[str, RowHint] = {}
        self.view = View.PLACE

    def set_hints(self, hints: Mapping[str, RowHint]) -> None:
        """Let each of these highlights, by id, carry its hint as long as it is as it was when it was checked."""
        touched = {*self._hints, *hints}
        self._hints = hints
        self._renew(touched)

    def fill(self) -> None:
        """Make every row."""
        annotations = self._session.in_order()
        self._order = [page_order(each) for each in annotations]
        self._rows = [self._row(each) for each in annotations]
        self._linked_from.clear()
        for each in annotations:
            self._note_links(each)

    @property
    def in_order(self) -> tuple[LedgerRow, ...]:
        return tuple(self._rows)

    def arranged(self) -> tuple[LedgerRow, ...]:
        """The rows in the order of the view; where it has groups, the first of each carries the heading."""
        if self.view is View.PLACE:
            return tuple(self._rows)
        keys = [self._group(self._session.annotations[row.id]) for row in self._rows]
        order = sorted(range(len(keys)), key=lambda n: (keys[n], n))
        arranged: list[LedgerRow] = []
        before: tuple[object, ...] | None = None
        for n in order:
            group, heading = keys[n][:-1], str(keys[n][-1])
            arranged.append(replace(self._rows[n], heading=heading) if group != before else self._rows[n])
            before = group
        return tuple(arranged)

    def row(self, id: str) -> LedgerRow:
        return self._rows[bisect_left(self._order, page_order(self._session.annotations[id]))]

    def follow(self, change: Change) -> None:
        """Take in what the change touched, and the rows that show it at the other end of a link."""
        for edit in change.edits:
            if edit.before is not None:
                at = bisect_left(self._order, page_order(edit.before))
                del self._order[at], self._rows[at]
                for link in edit.before.links:
                    self._linked_from[link.target].discard(edit.id)
            if edit.after is not None:
                at = bisect_left(self._order, page_order(edit.after))
                self._order.insert(at, page_order(edit.after))
                self._rows.insert(at, self._row(edit.after))
                self._note_links(edit.after)
        self._renew({id for edit in change.edits for id in self._linked_from.get(edit.id, ())})

    def _renew(self, ids: Iterable[str]) -> None:
        known = self._session.annotations
        for id in ids:
            if id in known:
                at = bisect_left(self._order, page_order(known[id]))
                self._rows[at] = self._row(known[id])

    def _note_links(self, annotation: Annotation) -> None:
        for link in annotation.links:
            self._linked_from[link.target].add(annotation.id)

    def _row(self, annotation: Annotation) -> LedgerRow:
        words = " ".join(self._text[annotation.span].split())
        cells = self.cells.of(annotation, self._session.annotations)
        if self._session.closed:
            cells = tuple(cell for cell in cells if not cell.asked)
        return LedgerRow(
            annotation.id,
            self._marks[annotation.label],
            words,
            self._text.paragraph(annotation.span.start),
            annotation.note,
            cells=cells,
            hint=self._hint(annotation),
        )

    def _hint(self, annotation: Annotation) -> str:
        hint = self._hints.get(annotation.id)
        return hint.words if hint is not None and hint.is_about(annotation) else ""

    def _group(self, annotation: Annotation) -> tuple[object, ...]:
        """What sorts a row into its group; the last element is the group's heading."""
        if self.view is View.SPEAKER:
            said = annotation.attribute(SOURCE)
            name = speaker_name(said[0]) if said else ""
            return not name, name.casefold(), name or _("Nobody yet")
        if self.view is View.LABEL:
            labels = [label.id for label in self._session.lesson.codebook.labels]
            return labels.index(annotation.label), self._marks[annotation.label].name
        return self._claim_group(annotation)

    def _claim_group(self, annotation: Annotation) -> tuple[object, ...]:
        """A highlight and what answers it belong together, under the words that are answered."""
        known = self._session.annotations
        answered = next((link.target for link in annotation.links if link.target in known), "")
        ends = [annotation, *([known[answered]] if answered else [])]
        head = min(ends, key=page_order) if not answered or self._mutual(annotation, answered) else known[answered]
        words = " ".join(self._text[head.span].split())
        alone = head is annotation and not self._linked_from.get(annotation.id)
        return (True, _("Not answered")) if alone else (False, page_order(head), words)

    def _mutual(self, annotation: Annotation, other: str) -> bool:
        return any(link.target == annotation.id for link in self._session.annotations[other].links)
