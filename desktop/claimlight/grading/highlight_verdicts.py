"""Tell what became of each highlight, in rules and numbers."""

from collections.abc import Iterator
from fractions import Fraction

from claimlight.core.annotation import Annotation
from claimlight.grading.key import PreparedKey
from claimlight.grading.leftovers import Leftover
from claimlight.grading.marks import Marks
from claimlight.grading.matching import Matching
from claimlight.grading.ranges import shared
from claimlight.grading.receipt import Fate, HighlightVerdict, Reason, Rule

_NOTHING = Fraction(0)

_TOLD = {rule: Reason(rule) for rule in (Rule.USED, Rule.REPEAT, Rule.IGNORED)}

_RULES = {
    Fate.EXAMPLE: Rule.EXAMPLE,
    Fate.WRONG_LABEL: Rule.WRONG_LABEL,
    Fate.NEAR_MISS: Rule.NEAR,
    Fate.TRAP_HIT: Rule.TRAP,
    Fate.EXTRA: Rule.NOT_IN_ANSWERS,
}


def judge_highlights(
    key: PreparedKey, marks: Marks, matching: Matching, leftovers: tuple[Leftover, ...], price: Fraction
) -> tuple[HighlightVerdict, ...]:
    """A verdict for each highlight, in page order; `price` is what a sentence costs."""
    verdicts = [
        *_used(matching),
        *(_told(one, Fate.REPEAT, Rule.REPEAT) for one, _ in marks.repeats),
        *(_told(one, Fate.IGNORED, Rule.IGNORED) for one in marks.ignored),
        *(_left_over(key, leftover, price) for leftover in leftovers),
    ]
    return tuple(sorted(verdicts, key=lambda one: (one.span.start, one.span.end, one.label, one.highlight)))


def _used(matching: Matching) -> Iterator[HighlightVerdict]:
    """Each used highlight once, with the first item on the page that it serves."""
    told: set[int] = set()
    for number in sorted(matching.matches):
        match = matching.matches[number]
        for mark in (*match.marks, *match.beside):
            if mark.number not in told:
                told.add(mark.number)
                yield _told(mark.annotation, Fate.MATCHED, Rule.USED, match.item.item.id)


def _told(one: Annotation, fate: Fate, rule: Rule, item: str = "") -> HighlightVerdict:
    return HighlightVerdict(one.id, one.label, one.span, fate, item, _NOTHING, (), _TOLD[rule])


def _left_over(key: PreparedKey, leftover: Leftover, price: Fraction) -> HighlightVerdict:
    one = leftover.mark.annotation
    decoy, touch = leftover.decoy, leftover.touch
    return HighlightVerdict(
        highlight=one.id,
        label=one.label,
        span=one.span,
        fate=leftover.fate,
        item=decoy.decoy.id if decoy else touch.item.item.id if touch else "",
        cost=price * len(leftover.sentences) if leftover.sentences else _NOTHING,
        sentences=tuple(key.words.span(key.words.sentence(number)) for number in leftover.sentences),
        reason=Reason(_rule(leftover), _params(leftover)),
        explanation=decoy.decoy.explanation if decoy else "",
    )


def _rule(leftover: Leftover) -> Rule:
    if leftover.fate in (Fate.EXTRA, Fate.TRAP_HIT) and not leftover.sentences:
        return Rule.CHARGED_ALREADY
    if leftover.fate is Fate.NEAR_MISS and leftover.sentences:
        return Rule.FAR_TOO_WIDE
    return _RULES[leftover.fate]


def _params(leftover: Leftover) -> tuple[tuple[str, int | str], ...]:
    params: list[tuple[str, int | str]] = [("given", leftover.mark.label), ("sentences", len(leftover.sentences))]
    if leftover.touch:
        touch, mark = leftover.touch, leftover.mark
        params += (
            ("keyed", touch.item.item.label),
            ("caught", touch.caught),
            ("of", touch.way.size),
            ("marked", mark.size),
            ("extra", mark.size - shared(mark.words, touch.target.outer)),
            ("earns", int(touch.boundary > 0)),
        )
    return tuple(params)
