"""Which of the draft helper's proposals are open for a lesson, and the answer that an accepted one becomes."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from claimlight.core.annotation import Annotation
from claimlight.core.article import overlap
from claimlight.core.lesson import Item
from claimlight.work.author_labels import author_labels, id_letter
from claimlight.work.draft import Draft, free_id
from claimlight.work.draft_helper import FIGURE, Suggestion


def open_proposals(
    found: Iterable[Suggestion], left: Collection[str], labels: Collection[str], marked: Collection[Annotation]
) -> tuple[Suggestion, ...]:
    """What was `found`, without what was `left` (ids), is under no label of the lesson, or is marked already."""
    return tuple(
        each
        for each in found
        if each.entry.id not in left and each.entry.label in labels and not any(_settles(mark, each) for mark in marked)
    )


def accepted(proposal: Suggestion, draft: Draft) -> Item:
    """The answer, under an id that nothing in `draft` has."""
    return replace(proposal.entry, id=free_id(draft, id_letter(proposal.entry.label)))


def _settles(mark: Annotation, proposal: Suggestion) -> bool:
    """Somebody decided here already. A figure may stand within a claim or denial, and a trap within any of them."""
    span = proposal.entry.main.span
    if mark.label in {label.id for label in author_labels()}:
        return mark.span.start <= span.start and span.end <= mark.span.end
    same_kind = (mark.label == FIGURE) is (proposal.entry.label == FIGURE)
    return same_kind and overlap(mark.span, span) > 0
