"""One answer of the lesson that is open, and words of its article."""

from collections.abc import Iterable

from claimlight.core.article import Span
from claimlight.core.lesson import Item
from claimlight.session.authoring import AuthoringSession


def item_of(session: AuthoringSession, id: str) -> Item | None:
    """The answer of this id; None for a trap, words that are left out, or nothing."""
    entry = session.entry(id)
    return entry if isinstance(entry, Item) else None


def words_of(session: AuthoringSession, spans: Iterable[Span]) -> str:
    """The words at `spans`, in one line."""
    text = session.article.text
    return " … ".join(" ".join(text[span].split()) for span in spans)
