"""A lesson as the shelf shows it."""

from dataclasses import dataclass
from enum import Enum

from claimlight.ui.marked_text import Piece
from claimlight.ui.tags import Mark
from claimlight.wording import _, ngettext


class ShelfState(Enum):
    """Which group a lesson stands in, in the order of the shelf."""

    CONTINUE = 1
    READY = 2
    NEW = 3
    HANDED_IN = 4
    MARKED = 5
    OWN = 7
    """Made here, by whoever teaches."""
    TEST = 6
    """For a test before and after another lesson: not begun, and shown only when it is asked for."""


@dataclass(frozen=True, slots=True)
class ShelfCard:
    """Everything a card shows; sentences come ready to read."""

    key: str
    title: str
    state: ShelfState = ShelfState.NEW
    topic: str = ""
    level: str = ""
    minutes: int = 0
    language: str = "en"
    language_name: str = ""
    labels: tuple[Mark, ...] = ()
    content_note: str = ""
    headline: str = ""
    byline: str = ""
    paragraphs: tuple[tuple[Piece, ...], ...] = ()
    """The first lines of the article, with what is marked in them."""
    trains: str = ""
    """What it is about in one line ("Claims and denials")."""
    paragraph: int = 0
    paragraphs_in_all: int = 0
    highlights: int = 0
    checks_left: int | None = None
    opened_ago: str = ""
    """ "last opened yesterday" """
    given: str = ""
    """ "due on Friday, 4 December · answers later": how the class is set it """
    course: str = ""
    """The title over the lessons of the course among which it stands while it is new."""
    set_for: str = ""
    """The title over the lessons that one's class is set, while it is new: "Set by your teacher – 7c"."""
    status: str = ""
    """ "Your teacher has not opened it yet", "Came back on Thursday" """

    @property
    def done(self) -> bool:
        return self.state in (ShelfState.READY, ShelfState.HANDED_IN, ShelfState.MARKED)

    def about(self, *, minutes: bool = True) -> str:
        """ "Water · middle · 20 min · English" """
        time = _("{n} min").format(n=self.minutes) if minutes and self.minutes else ""
        return " · ".join(part for part in (self.topic, self.level, time, self.language_name, self.given) if part)

    def progress(self) -> str:
        """ "5 highlights, paragraph 5 of 8" """
        made = ngettext("{n} highlight", "{n} highlights", self.highlights).format(n=self.highlights)
        if not self.paragraphs_in_all:
            return made
        return _("{highlights}, paragraph {n} of {all}").format(
            highlights=made, n=self.paragraph, all=self.paragraphs_in_all
        )

    def rest(self) -> str:
        """ "2 checks left · last opened yesterday" """
        n = self.checks_left
        checks = "" if n is None else ngettext("{n} check left", "{n} checks left", n).format(n=n)
        return " · ".join(part for part in (checks, self.opened_ago) if part)

    def spoken(self) -> str:
        """What a screen reader adds to the title."""
        parts = [self.set_for, self.about(), self.trains]
        if self.labels:
            parts.append(_("Labels: {names}").format(names=", ".join(mark.name for mark in self.labels)))
        if self.content_note:
            parts.append(_("Content note: {note}").format(note=self.content_note))
        if self.state is ShelfState.CONTINUE:
            parts += [self.progress(), self.rest()]
        elif self.done:
            parts += [_("Done"), self.status]
        return ". ".join(part for part in parts if part)

    def found_by(self, words: str) -> bool:
        """Whether every word of a search is in it."""
        text = f"{self.title} {self.headline} {self.topic} {self.level} {self.language_name}".casefold()
        return all(word in text for word in words.casefold().split())
