"""Say what was changed in the answers."""

from collections.abc import Sequence

from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.wording import _, ngettext
from claimlight.wording.verdicts import label_name

_MOST_LETTERS = 60


def change_text(change: AnswerChange, text: Text, codebook: Codebook) -> str:
    """ "“about 50 boats” as a claim is also right" """
    said = {
        ChangeKind.ALSO_RIGHT: _("“{words}” as a {label} is also right"),
        ChangeKind.NOT_COUNTED: _("“{words}” is not counted any more"),
        ChangeKind.REMOVED: _("“{words}” is no answer any more")
        if change.label
        else _("“{words}” is no trap any more"),
        ChangeKind.BELONGS: _("“{words}” may be marked as a {label}: it costs nothing"),
        ChangeKind.ADDED: _("“{words}” is an answer now") if change.label else _("“{words}” is a trap now"),
        ChangeKind.EDITED: _("“{words}” is another answer now") if change.label else _("“{words}” is the trap now"),
    }[change.kind]
    return said.format(words=quoted(change, text), label=label_name(codebook, change.label).lower())


def because_text(items: Sequence[str], changes: Sequence[AnswerChange], text: Text) -> str:
    """Why a mark changes: ""about 50 boats", ¶ 4"; what is nobody's own change is told as what follows from them."""
    own = [change for change in changes if change.item in items]
    if len(own) == 1:
        (change,) = own
        return _("“{words}”, ¶ {n}").format(words=quoted(change, text), n=text.paragraph(change.span.start))
    if len(own) == len(changes) == 2:
        return _("both changes")
    if own:
        return ngettext("{n} of the changes", "{n} of the changes", len(own)).format(n=len(own))
    return _("follows from the change")


def quoted(change: AnswerChange, text: Text) -> str:
    words = " ".join(text[change.span].split())
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"


def offer_text(change: AnswerChange, text: Text, codebook: Codebook) -> str:
    """What a button promises to do."""
    label = label_name(codebook, change.label).lower()
    match change.kind:
        case ChangeKind.ALSO_RIGHT:
            return _("Also right: “{words}” as a {label}").format(words=quoted(change, text), label=label)
        case ChangeKind.NOT_COUNTED:
            return _("Do not count this answer")
        case ChangeKind.REMOVED:
            return _("Take this answer out") if change.label else _("Take this trap out")
        case _:
            return _("It may be marked: costs nothing")
