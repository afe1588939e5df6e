"""Tell what became of each highlight, in rules and numbers."""

from collections.abc import Iterable
from fractions import Fraction

from claimlight.core.annotation import Annotation
from claimlight.grading.key import PreparedKey
from claimlight.grading.leftovers import Leftover
from claimlight.grading.marks import Mark, Marks
from claimlight.grading.matching import Matching
from claimlight.grading.ranges import shared
from claimlight.grading.receipt import Fate, HighlightVerdict, Params, Reason, Rule
from claimlight.grading.shapes import Place

_NOTHING = Fraction(0)

_USED = Reason(Rule.USED)

_RULES = {
    Fate.EXAMPLE: Rule.EXAMPLE,
    Fate.WRONG_LABEL: Rule.WRONG_LABEL,
    Fate.NEAR_MISS: Rule.NEAR,
    Fate.TRAP_HIT: Rule.TRAP,
    Fate.EXTRA: Rule.NOT_IN_ANSWERS,
}


def judge_highlights(
    key: PreparedKey, marks: Marks, matching: Matching, leftovers: Iterable[Leftover]
) -> tuple[HighlightVerdict, ...]:
    """A verdict for each highlight, in page order."""
    rows = [(each.mark.shape.place, each.mark.annotation.id, _left_over(key, each)) for each in leftovers]
    for item, (_, one, shape) in _serving(matching).values():
        told = HighlightVerdict(one.id, shape.label, one.span, Fate.MATCHED, item, _NOTHING, (), _USED)
        rows.append((shape.place, one.id, told))
    rows += [_row(one, Fate.REPEAT, Rule.REPEAT) for one, _ in marks.repeats]
    rows += [_row(one, Fate.IGNORED, Rule.IGNORED) for one in marks.ignored]
    rows.sort()
    return tuple([verdict for _, _, verdict in rows])


def _row(one: Annotation, fate: Fate, rule: Rule) -> tuple[Place, str, HighlightVerdict]:
    told = HighlightVerdict(one.id, one.label, one.span, fate, "", _NOTHING, (), Reason(rule))
    return (one.span.start, one.span.end, one.label), one.id, told


def _serving(matching: Matching) -> dict[int, tuple[str, Mark]]:
    """By number, each used mark with the first item on the page that it serves."""
    serving: dict[int, tuple[str, Mark]] = {}
    for number in sorted(matching.matches, reverse=True):
        match = matching.matches[number]
        for mark in match.marks + match.beside:
            serving[mark.number] = match.touch.item.item.id, mark
    return serving


def _left_over(key: PreparedKey, leftover: Leftover) -> HighlightVerdict:
    _, one, shape = leftover.mark
    always = leftover.fallen is shape.fallen[True]
    known = shape.left_told.get(leftover.sentences) if always else None
    if known is not None:
        return HighlightVerdict(one.id, shape.label, one.span, *known[3:])
    decoy, touch = leftover.fallen.decoy, leftover.fallen.touch
    told = HighlightVerdict(
        one.id,
        shape.label,
        one.span,
        leftover.fallen.fate,
        decoy.decoy.id if decoy else touch.item.item.id if touch else "",
        key.stakes.cost(len(leftover.sentences)),
        tuple([key.sentences[number] for number in leftover.sentences]),
        Reason(_rule(leftover), _params(leftover)),
        decoy.decoy.explanation if decoy else "",
    )
    if always:
        shape.left_told[leftover.sentences] = told
    return told


def _rule(leftover: Leftover) -> Rule:
    fate = leftover.fallen.fate
    if fate in (Fate.EXTRA, Fate.TRAP_HIT) and not leftover.sentences:
        return Rule.CHARGED_ALREADY
    if fate is Fate.NEAR_MISS and leftover.sentences:
        return Rule.FAR_TOO_WIDE
    return _RULES[fate]


def _params(leftover: Leftover) -> Params:
    shape, touch = leftover.mark.shape, leftover.fallen.touch
    params: Params = (("given", shape.label), ("sentences", len(leftover.sentences)))
    if touch is None:
        return params
    return (
        *params,
        ("keyed", touch.item.item.label),
        ("caught", touch.caught),
        ("of", touch.way.size),
        ("marked", shape.size),
        ("extra", shape.size - shared(shape.words, touch.target.outer)),
        ("earns", int(touch.boundary > 0)),
    )
