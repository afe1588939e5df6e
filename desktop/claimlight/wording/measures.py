"""Say the names of measures, and why one is not defined."""

from claimlight.grading.counts import Measure
from claimlight.grading.estimate import Undefined
from claimlight.wording import N_, _

_MEASURES = {
    Measure.STRICT: N_("strict"),
    Measure.EXACT: N_("exact"),
    Measure.PARTIAL: N_("partial"),
    Measure.TYPE: N_("type"),
}

_REASONS = {
    Undefined.ONE_ANNOTATOR: N_("Fewer than two works could be compared."),
    Undefined.NO_MARKS: N_("Nobody marked anything."),
    Undefined.NO_WORDS: N_("The text holds no words."),
    Undefined.NO_PAIRS: N_("No word was looked at by two people."),
    Undefined.NO_VARIATION: N_("Every word has the same label, or none, so there is nothing to tell apart."),
    Undefined.TOO_FEW: N_("There are too few students to say."),
}


def measure_name(measure: Measure) -> str:
    return _(_MEASURES[measure])


def reason_undefined(reason: Undefined) -> str:
    """Why there is no number, in one sentence."""
    return _(_REASONS[reason])
