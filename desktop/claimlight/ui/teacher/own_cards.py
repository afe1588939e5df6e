"""A teacher's own lessons as cards of the shelf."""

from dataclasses import replace
from datetime import datetime

from claimlight.core.errors import ClaimlightError
from claimlight.session.teaching import Teaching
from claimlight.ui.home import card_of
from claimlight.ui.shelf_card import ShelfCard, ShelfState
from claimlight.wording import ngettext
from claimlight.work.shelf import ShelfEntry

OWN = "own:"
"""What the keys of these cards begin with; the lesson's id follows."""


def own_cards(teaching: Teaching, now: datetime) -> list[ShelfCard]:
    """One that cannot be read is told where it is opened, and costs nobody the others."""
    cards = []
    for own in teaching.lessons():
        try:
            lesson = teaching.lesson(own.id)
        except ClaimlightError:
            continue
        words = ngettext("{n} answer", "{n} answers", own.answers).format(n=own.answers)
        card = card_of(ShelfEntry(OWN + own.id, lesson), now)
        cards.append(replace(card, state=ShelfState.OWN, status=words))
    return cards
