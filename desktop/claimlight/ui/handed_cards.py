"""What a lesson's card says of its way to the teacher and back."""

from dataclasses import replace

from claimlight.ui.shelf_card import ShelfCard, ShelfState
from claimlight.wording.handing_in import arrived_text, changed_since_text, marked_text, not_handed_in_text, sent_text
from claimlight.wording.points import total_text
from claimlight.work.standing import Standing, Way

_GROUPS = {
    Way.NOT_YET: ShelfState.READY,
    Way.CHANGED: ShelfState.READY,
    Way.SENT: ShelfState.HANDED_IN,
    Way.ARRIVED: ShelfState.HANDED_IN,
    Way.MARKED: ShelfState.MARKED,
}


def told(card: ShelfCard, standing: Standing) -> ShelfCard:
    """`card` in the group where it belongs, with its state in words."""
    return replace(card, state=_GROUPS[standing.way], status=standing_text(standing))


def standing_text(standing: Standing) -> str:
    if standing.way is Way.MARKED and standing.marked is not None:
        return marked_text(total_text(standing.marked.points, standing.marked.possible))
    return {
        Way.NOT_YET: not_handed_in_text,
        Way.CHANGED: changed_since_text,
        Way.SENT: sent_text,
        Way.ARRIVED: arrived_text,
        Way.MARKED: arrived_text,
    }[standing.way]()
