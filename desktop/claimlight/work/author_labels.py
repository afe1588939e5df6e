"""What an author marks besides answers: traps, and words that are no part of the lesson."""

from dataclasses import replace

from claimlight.core.article import Span
from claimlight.core.codebook import Codebook, Example, Label, Line
from claimlight.core.lesson import Decoy, Item, Target
from claimlight.files.key_json import Entry, Zone
from claimlight.wording import _

TRAP, LEFT_OUT = "trap", "left-out"
_ID_LETTERS = {"claim": "c", "denial": "d", "unverified-figure": "f", TRAP: "t", LEFT_OUT: "x"}


def author_labels() -> tuple[Label, ...]:
    """The two labels of the author's own pen, in words of today's language."""
    trap = Label(
        id=TRAP,
        name=_("Trap"),
        short=_("Trap"),
        letter=_("T"),
        colour=TRAP,
        line=Line.DOTTED,
        definition=_("Words that look like an answer and are none. Students who leave them alone are told so."),
        yes=Example("", _("the census counted 48,211 residents"), "", _("A named counter and a known method.")),
        no=Example("", _("It was a sad evening"), "", _("Nobody would take that for an answer.")),
    )
    left_out = Label(
        id=LEFT_OUT,
        name=_("Left out"),
        short=_("Left out"),
        letter="×",
        colour=LEFT_OUT,
        line=Line.DASHED,
        definition=_("Words that are no part of the article. A mark there neither earns nor costs anything."),
        yes=Example("", _("Sign up for our newsletter"), "", _("A leftover of the page.")),
        no=Example("", _("It rained all day"), "", _("It is part of the story.")),
    )
    return trap, left_out


def label_of(entry: Entry) -> str:
    """The label that an entry is marked with on the author's page."""
    if isinstance(entry, Item):
        return entry.label
    return TRAP if isinstance(entry, Decoy) else LEFT_OUT


def entry_at(span: Span, label: str, id: str) -> Entry:
    """A new entry on `span`."""
    if label == TRAP:
        return Decoy(id, span, "")
    if label == LEFT_OUT:
        return Zone(id, span)
    return Item(id, label, (Target(span, label),))


def id_letter(label: str) -> str:
    """What the ids of entries under `label` begin with."""
    return _ID_LETTERS.get(label, "a")


def authors_codebook(codebook: Codebook) -> Codebook:
    """The label guide with the author's own labels behind those of the lesson."""
    return replace(codebook, labels=(*codebook.labels, *author_labels()))
