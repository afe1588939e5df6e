"""Choose the one thing to do next, from the commonest kind of loss in a graded piece of work."""

from collections import Counter
from enum import IntEnum

from claimlight.core.codebook import Codebook
from claimlight.grading.receipt import Fate, Grade, Outcome, Rule
from claimlight.wording import N_, _
from claimlight.wording.verdicts import label_name


class Loss(IntEnum):
    """Kinds of loss; of two as common, the one that is easier to mend comes first."""

    NO_WORDS = 1
    MUST_WORDS = 2
    TWO_LABELS = 3
    LABEL = 4
    TOO_MUCH = 5
    TOO_LITTLE = 6
    PIECES = 7
    JOINED = 8
    SOURCE = 9
    EVIDENCE = 10
    LINKS = 11
    EXTRA = 12
    MISSED = 13


_BY_RULE = {
    Rule.NO_WORDS_MISSING: Loss.NO_WORDS,
    Rule.MUST_WORDS_MISSING: Loss.MUST_WORDS,
    Rule.HEDGED: Loss.TWO_LABELS,
    Rule.WRONG_LABEL: Loss.LABEL,
    Rule.OPPOSITE_LABEL: Loss.LABEL,
    Rule.NEARLY_EXTRA: Loss.TOO_MUCH,
    Rule.PARTLY_EXTRA: Loss.TOO_MUCH,
    Rule.TOO_MUCH: Loss.TOO_MUCH,
    Rule.NEARLY_MISSING: Loss.TOO_LITTLE,
    Rule.NEARLY_BOTH: Loss.TOO_LITTLE,
    Rule.PARTLY_MISSING: Loss.TOO_LITTLE,
    Rule.PARTLY_BOTH: Loss.TOO_LITTLE,
    Rule.ALSO_RIGHT: Loss.TOO_LITTLE,
    Rule.TOO_LITTLE: Loss.TOO_LITTLE,
    Rule.SPLIT: Loss.PIECES,
    Rule.MERGED: Loss.JOINED,
    Rule.SOURCE_OPEN: Loss.SOURCE,
    Rule.SOURCE_WRONG: Loss.SOURCE,
    Rule.EVIDENCE_OPEN: Loss.EVIDENCE,
    Rule.EVIDENCE_WRONG: Loss.EVIDENCE,
    Rule.LINKS_OPEN: Loss.LINKS,
    Rule.LINKS_WRONG: Loss.LINKS,
    Rule.MISSED: Loss.MISSED,
}

_STEPS = {
    Loss.NO_WORDS: N_("Next step: keep the words that say no."),
    Loss.MUST_WORDS: N_("Next step: keep the words that change the meaning."),
    Loss.TWO_LABELS: N_("Next step: choose one label for each thing."),
    Loss.LABEL: N_("Next step: look at the label guide before you choose."),
    Loss.TOO_MUCH: N_("Next step: stop where the point stops."),
    Loss.TOO_LITTLE: N_("Next step: take all the words of the point."),
    Loss.PIECES: N_("Next step: mark each point in one go."),
    Loss.JOINED: N_("Next step: give each point a mark of its own."),
    Loss.SOURCE: N_("Next step: ask who says it."),
    Loss.EVIDENCE: N_("Next step: ask who else here agrees."),
    Loss.LINKS: N_("Next step: link what goes with each other."),
    Loss.EXTRA: N_("Next step: mark only what one could check."),
    Loss.MISSED: N_("Next step: read again and look for each {label}."),
}


def next_step_text(grade: Grade, codebook: Codebook) -> str:
    """One sentence on what to do next."""
    losses = _losses(grade)
    if not losses:
        return _("Next step: try the next lesson.")
    worst = min(losses, key=lambda loss: (-losses[loss], loss))
    label = _most_missed(grade, codebook)
    if worst is Loss.MISSED and not label:
        return _("Next step: read again and look for what you missed.")
    return _(_STEPS[worst]).format(label=label)


def _losses(grade: Grade) -> Counter[Loss]:
    short = [one for one in grade.items if not one.optional and one.credit < 1]
    rules = [one.reason.rule for one in short]
    rules += [said.reason.rule for one in short for said in one.asked if said.points]
    losses = Counter(_BY_RULE[rule] for rule in rules if rule in _BY_RULE)
    extras = sum(one.fate in (Fate.EXTRA, Fate.TRAP_HIT) or one.cost > 0 for one in grade.highlights)
    if extras and grade.penalty:
        losses[Loss.EXTRA] = extras
    return losses


def _most_missed(grade: Grade, codebook: Codebook) -> str:
    missed = Counter(one.label for one in grade.items if one.outcome is Outcome.MISSED and not one.optional)
    worst = min(missed, key=lambda label: (-missed[label], label), default="")
    return label_name(codebook, worst).lower()
