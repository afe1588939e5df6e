"""Why the draft helper proposes an answer, in one sentence each."""

from claimlight.wording import N_, _

_REASONS: dict[str, str] = {
    "approximate-figure": N_("A number with “{words}” before it."),
    "reported-figure": N_("A number in a sentence with “{words}”."),
    "denying-verb": N_("“{words}” says that something is denied."),
    "denying-words": N_("The quotation says “{words}”."),
    "quotation": N_("A quotation with “{words}”."),
    "reporting-verb": N_("What somebody says, by “{words}”."),
    "hedge": N_("The writer hedges with “{words}”."),
}
REASONS = frozenset(_REASONS)


def say_reason(reason: str, words: str) -> str:
    return _(_REASONS[reason]).format(words=words)
