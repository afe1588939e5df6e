"""Short sentences of *Check my lesson*, for a row beside the page where the place can be seen."""

from collections.abc import Mapping

from claimlight.wording import N_, _
from claimlight.wording.findings import say_finding

ROWS: dict[str, str] = {
    "answer-lost": N_("Its words are gone: “{words}”"),
    "answer-in-doubt": N_("Is “{words}” still right here?"),
    "no-answers": N_("No answers yet: then a page without marks is right"),
    "ragged-ends": N_("“{words}” begins or ends within a word"),
    "dead-link": N_("“{words}” is linked to an answer that is gone"),
    "repeated-unmarked": N_("“{words}” is repeated and left unmarked"),
    "one-speaker": N_("“{one}”, “{other}”: one speaker?"),
    "explanation-missing": N_("No explanation yet: “{words}”"),
    "decoy-without-reason": N_("No reason yet for the trap “{words}”"),
    "decoy-over-item": N_("The trap “{words}” shares words with an answer"),
    "item-excluded": N_("“{words}” lies in what is left out"),
    "denial-without-link": N_("What does “{words}” deny? Link it"),
    "denial-without-no": N_("Which words say no in “{words}”? Let them be there"),
    "denying-outside": N_("The words that say no lie outside “{words}”"),
    "figure-without-reason": N_("Why is the number open: “{words}”?"),
    "asked-not-answered": N_("The lesson asks about “{words}”, and has no answer to that"),
    "group-of-one": N_("“{words}” is alone in its group"),
    "too-few-free": N_("{answers} answers in {sentences} sentences: marking everything would pay"),
    "game-sentences": N_("Marking every sentence would earn {score}; at most {limit} is sound"),
    "game-paragraphs": N_("Marking every paragraph would earn {score}; at most {limit} is sound"),
    "game-numbers": N_("Marking every number would earn {score}; at most {limit} is sound"),
    "game-quotations": N_("Marking every quotation would earn {score}; at most {limit} is sound"),
    "game-by-looks": N_("Marking by looks alone would earn {score}; at most {limit} is sound"),
    "game-one-label": N_("One label for all would earn {score}; at most {limit} is sound"),
    "content-note-missing": N_("It speaks of “{word}”, and no note warns of that"),
    "world-missing": N_("Violence is disputed here: add a dated note on what is known"),
    "level-off": N_("It reads at grade {measured}, far from “{level}”"),
    "level-unclear": N_("“{level}” is no grade: write 7 or 7-8"),
    "author-missing": N_("Nobody is named as its author"),
    "licence-missing": N_("Nothing is said of how it may be used"),
}


def say_row(code: str, params: Mapping[str, object], words: str) -> str:
    """The row for a finding about the answer with `words`."""
    sentence = ROWS.get(code)
    return _(sentence).format(**{"words": words, **params}) if sentence else say_finding(code, params)
