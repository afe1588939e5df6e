"""Say why something earned what it did: a short reason for the points row, one sentence for the card."""

from claimlight.core.codebook import Codebook, Label
from claimlight.grading.receipt import (
    AskedVerdict,
    Fate,
    HighlightVerdict,
    ItemVerdict,
    Outcome,
    Reason,
    Rule,
)
from claimlight.wording import N_, _, ngettext
from claimlight.wording.directions import isolated
from claimlight.wording.of_student import told

_ITEM_REASONS = {
    Rule.EXACT: N_("Exact"),
    Rule.AS_GOOD: N_("As good as exact"),
    Rule.RIGHT_SENTENCE: N_("Right sentence"),
    Rule.ALSO_RIGHT: N_("Also right, for a bit less"),
    Rule.NEARLY_MISSING: N_("Nearly: {caught} of {of} key words"),
    Rule.NEARLY_BOTH: N_("Nearly: {caught} of {of} key words, {extra} too many"),
    Rule.PARTLY_MISSING: N_("Partly: {caught} of {of} key words"),
    Rule.PARTLY_BOTH: N_("Partly: {caught} of {of} key words, {extra} too many"),
    Rule.NO_WORDS_MISSING: N_("The words that say no are missing"),
    Rule.MUST_WORDS_MISSING: N_("Words that change the meaning are missing"),
    Rule.OPPOSITE_LABEL: N_("Right words; you said {given}"),
    Rule.HEDGED: N_("Two labels for the same words"),
    Rule.SPLIT: N_("In pieces: {caught} of {of} key words"),
    Rule.MERGED: N_("Two in one mark: half for each"),
    Rule.GROUPED: N_("In one mark with its neighbour"),
    Rule.COVERED: N_("In one mark with its neighbour"),
    Rule.TOO_LITTLE: N_("Missed: only {caught} of {of} key words"),
    Rule.MISSED: N_("Missed"),
    Rule.MISSED_OPTIONAL: N_("Not counted"),
    Rule.NOT_COUNTED: N_("Found, but not counted"),
}

_ASKED_REASONS = {
    Rule.SAID_RIGHT: N_("Right"),
    Rule.SOURCE_OPEN: N_("Who says it: left open"),
    Rule.SOURCE_WRONG: N_("Who says it: not this one"),
    Rule.EVIDENCE_OPEN: N_("Evidence here: left open"),
    Rule.EVIDENCE_WRONG: N_("Evidence here: not quite"),
    Rule.LINKS_OPEN: N_("A link is missing"),
    Rule.LINKS_WRONG: N_("A link leads to the wrong place"),
}

_HIGHLIGHT_REASONS = {
    Rule.USED: N_("Found"),
    Rule.REPEAT: N_("Marked twice; counted once"),
    Rule.IGNORED: N_("No word marked"),
    Rule.EXAMPLE: N_("This one is the example"),
    Rule.TRAP: N_("Not in the answers: a trap"),
    Rule.NOT_IN_ANSWERS: N_("Not in the answers"),
    Rule.FAR_TOO_WIDE: N_("Far too wide"),
    Rule.CHARGED_ALREADY: N_("Not in the answers; counted already"),
    Rule.NEAR: N_("Close to an answer; costs nothing"),
}

_WHOLE_REASONS = {
    Rule.NOTHING_TO_FIND: N_("Nothing was there to find"),
    Rule.LIMITED_TO_0: N_("You can not go below 0"),
    Rule.LIMITED_TO_100: N_("You can not get more than all"),
    Rule.TEACHER_ACCEPTED: N_("Your teacher takes this as right"),
    Rule.TEACHER_POINTS: N_("Your teacher changed the points"),
    Rule.TEACHER_KEPT: N_("The answers changed; your mark stays"),
}

_REASONS = {**_ITEM_REASONS, **_ASKED_REASONS, **_HIGHLIGHT_REASONS, **_WHOLE_REASONS}

_VERDICTS = {
    Rule.EXACT: N_("You marked just the right words."),
    Rule.AS_GOOD: N_("You caught {caught} of the {of} key words. That is as good as all."),
    Rule.RIGHT_SENTENCE: N_("You marked the right sentence."),
    Rule.ALSO_RIGHT: N_("This is right too, but it says less than the full answer."),
    Rule.NEARLY_MISSING: N_("You caught {caught} of the {of} key words."),
    Rule.NEARLY_BOTH: N_("You caught {caught} of the {of} key words, and {extra} that are too many."),
    Rule.PARTLY_MISSING: N_("You caught {caught} of the {of} key words."),
    Rule.PARTLY_BOTH: N_("You caught {caught} of the {of} key words, and {extra} that are too many."),
    Rule.NO_WORDS_MISSING: N_("The words that say no are missing. Without them it says the reverse."),
    Rule.MUST_WORDS_MISSING: N_("Words are missing that change the meaning."),
    Rule.OPPOSITE_LABEL: N_("You found the words, but you said {given}. It is a {keyed}."),
    Rule.HEDGED: N_("You gave the same words more than one label, so you share the points."),
    Rule.SPLIT: N_("You caught {caught} of the {of} key words, but in pieces."),
    Rule.MERGED: N_("You put two answers in one mark. Each earns half."),
    Rule.GROUPED: N_("You put it in one mark with its neighbour. That is fine here."),
    Rule.COVERED: N_("You put it in one mark with its neighbour. That is fine here."),
    Rule.TOO_LITTLE: N_("You came close, with {caught} of the {of} key words."),
    Rule.MISSED: N_("You did not mark this one."),
    Rule.MISSED_OPTIONAL: N_("You did not mark this one. It costs nothing."),
    Rule.NOT_COUNTED: N_("You found this one. It does not count."),
    Rule.SAID_RIGHT: N_("You said this right."),
    Rule.SOURCE_OPEN: N_("You did not say who says it."),
    Rule.SOURCE_WRONG: N_("Look again who says it."),
    Rule.EVIDENCE_OPEN: N_("You did not say how good the evidence is here."),
    Rule.EVIDENCE_WRONG: N_("Look again how good the evidence is here."),
    Rule.LINKS_OPEN: N_("You did not link it to what it goes with."),
    Rule.LINKS_WRONG: N_("You linked it to something it does not go with."),
    Rule.USED: N_("This mark found an answer."),
    Rule.REPEAT: N_("You marked this twice. It counts once."),
    Rule.IGNORED: N_("There is no word in this mark."),
    Rule.EXAMPLE: N_("This one was shown to you. It does not count."),
    Rule.TRAP: N_("This looks like an answer, but it is not."),
    Rule.NOT_IN_ANSWERS: N_("This is not in the answers."),
    Rule.FAR_TOO_WIDE: N_("This mark goes on far past the answer."),
    Rule.CHARGED_ALREADY: N_("This is not in the answers. Its sentence is counted already."),
    Rule.NEAR: N_("This mark is close to an answer. It costs nothing."),
}

_OUTCOMES = {
    Outcome.MERGED: N_("{label}, two in one"),
    Outcome.SPLIT: N_("{label}, in pieces"),
    Outcome.WRONG_LABEL: N_("{label}, another label"),
    Outcome.HEDGED: N_("{label}, two labels"),
    Outcome.EXACT: N_("{label}, exact"),
    Outcome.NEARLY: N_("{label}, nearly"),
    Outcome.PARTLY: N_("{label}, partly"),
    Outcome.OPPOSITE_LABEL: N_("{label}, another label"),
    Outcome.NEAR_MISS: N_("{label}, close"),
    Outcome.MISSED: N_("{label}, missed"),
}

_FATES = {
    Fate.MATCHED: N_("found"),
    Fate.REPEAT: N_("marked twice"),
    Fate.IGNORED: N_("no word marked"),
    Fate.EXAMPLE: N_("the example"),
    Fate.TRAP_HIT: N_("a trap"),
    Fate.WRONG_LABEL: N_("another label"),
    Fate.NEAR_MISS: N_("close"),
    Fate.EXTRA: N_("not in the answers"),
}


def trap_left_text(*, of_student: bool = False) -> str:
    """The only praise there is; the author's explanation follows, and says why."""
    return _(told(N_("You rightly left this."), of_student=of_student))


def reason_text(reason: Reason, codebook: Codebook, *, of_student: bool = False) -> str:
    """The short reason for a points row: "Partly: 3 of 6 key words". With `of_student` it is told to the teacher."""
    params = _named(reason, codebook)
    extra, count = int(reason.get("extra") or 0), int(reason.get("count") or 0)
    match reason.rule:
        case Rule.NEARLY_EXTRA:
            said = ngettext("Nearly: {extra} word too many", "Nearly: {extra} words too many", extra)
        case Rule.PARTLY_EXTRA:
            said = ngettext("Partly: {extra} word too many", "Partly: {extra} words too many", extra)
        case Rule.TOO_MUCH:
            said = ngettext("Missed: {extra} word too many", "Missed: {extra} words too many", extra)
        case Rule.FREE_EXTRAS:
            said = ngettext(
                "The first mark not in the answers is free", "The first {count} not in the answers are free", count
            )
        case Rule.SPLIT if reason.get("other_label"):
            said = _(told(N_("In pieces; you said {given}"), of_student=of_student))
        case Rule.MERGED if reason.get("other_label"):
            said = _(told(N_("Two in one mark; you said {given}"), of_student=of_student))
        case Rule.WRONG_LABEL:
            close, right = N_("Close; you said {given}"), N_("Right words; you said {given}")
            said = _(told(close if reason.get("full") == 0 else right, of_student=of_student))
        case _:
            said = _(told(_REASONS[reason.rule], of_student=of_student))
    return said.format(**params)


def verdict_text(
    verdict: ItemVerdict | HighlightVerdict | AskedVerdict, codebook: Codebook, *, of_student: bool = False
) -> str:
    """One sentence for the card (now and then a second, short one). With `of_student` it is told to the teacher."""
    reason = verdict.reason
    extra = int(reason.get("extra") or 0)
    match reason.rule:
        case Rule.NEARLY_EXTRA | Rule.PARTLY_EXTRA if of_student:
            said = ngettext(
                "All the key words are caught, and {extra} word too many.",
                "All the key words are caught, and {extra} words too many.",
                extra,
            )
        case Rule.NEARLY_EXTRA | Rule.PARTLY_EXTRA:
            said = ngettext(
                "You caught all the key words, and {extra} word too many.",
                "You caught all the key words, and {extra} words too many.",
                extra,
            )
        case Rule.TOO_MUCH if of_student:
            said = ngettext("Close, but with {extra} word too many.", "Close, but with {extra} words too many.", extra)
        case Rule.TOO_MUCH:
            said = ngettext(
                "You came close, but with {extra} word too many.",
                "You came close, but with {extra} words too many.",
                extra,
            )
        case Rule.SPLIT if reason.get("other_label"):
            pieces = N_("You caught {caught} of the {of} key words in pieces, and you said {given}. It is a {keyed}.")
            said = _(told(pieces, of_student=of_student))
        case Rule.MERGED if reason.get("other_label"):
            two = N_("You put two answers in one mark, and you said {given}. Each is a {keyed}.")
            said = _(told(two, of_student=of_student))
        case Rule.WRONG_LABEL:
            said = _(told(_wrong_label(reason), of_student=of_student))
        case _:
            said = _(told(_VERDICTS[reason.rule], of_student=of_student))
    return said.format(**_named(reason, codebook))


def _wrong_label(reason: Reason) -> str:
    if reason.get("full") == 0:
        return N_("You came close, but you said {given}. It is a {keyed}.")
    return N_("You found the words, but you said {given}. It is a {keyed}.")


def why_not_text(label: Label) -> str:
    """What the label guide says of a label that was put where nothing belongs."""
    return _("The label guide says of {label}: “{definition}”").format(
        label=isolated(label.name), definition=label.definition
    )


def outcome_text(verdict: ItemVerdict, codebook: Codebook) -> str:
    """The head of an item's card: "Denial, partly". Where only the sentence had to be right, nothing was exact."""
    if verdict.reason.rule is Rule.RIGHT_SENTENCE or any(asked.points < 0 for asked in verdict.asked):
        return _("{label}, found").format(label=label_name(codebook, verdict.label))
    return _(_OUTCOMES[verdict.outcome]).format(label=label_name(codebook, verdict.label))


def fate_text(verdict: HighlightVerdict) -> str:
    """What became of a highlight, in a word or two."""
    return _(_FATES[verdict.fate])


def label_name(codebook: Codebook, id: str) -> str:
    label = codebook.label(id)
    return isolated(label.short) if label else id


def _named(reason: Reason, codebook: Codebook) -> dict[str, int | str]:
    """The parameters, with labels by name as they stand inside a sentence."""
    params = dict(reason.params)
    for name in ("given", "keyed"):
        if name in params:
            params[name] = label_name(codebook, str(params[name])).lower()
    return params
