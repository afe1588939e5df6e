"""Tell what became of each item, in rules and numbers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from claimlight.grading import boundary
from claimlight.grading.candidates import Kind, Touch, only_label_is_wrong
from claimlight.grading.key import PreparedItem, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.matching import Found, Match, Matching
from claimlight.grading.ranges import Ranges, count, shared, union, within
from claimlight.grading.receipt import AskedVerdict, ItemVerdict, Outcome, Params, Reason, Rule, Told
from claimlight.grading.words import Words

_BY_BOUNDARY = {
    boundary.ONE: Outcome.EXACT,
    boundary.THREE_QUARTERS: Outcome.NEARLY,
    boundary.HALF: Outcome.PARTLY,
}

_SHORTFALL = {
    (Outcome.NEARLY, True, False): Rule.NEARLY_MISSING,
    (Outcome.NEARLY, False, True): Rule.NEARLY_EXTRA,
    (Outcome.NEARLY, True, True): Rule.NEARLY_BOTH,
    (Outcome.PARTLY, True, False): Rule.PARTLY_MISSING,
    (Outcome.PARTLY, False, True): Rule.PARTLY_EXTRA,
    (Outcome.PARTLY, True, True): Rule.PARTLY_BOTH,
}
"""By outcome, whether core words are missing, whether words are too many."""

Seen = tuple[Mark, Touch]

_NOTHING = Fraction(0)


def judge_items(
    key: PreparedKey, matching: Matching, found: Found, said: Mapping[int, tuple[AskedVerdict, ...]]
) -> tuple[ItemVerdict, ...]:
    """A verdict for each graded item, in page order; `said` holds by item number what else was judged of it."""
    seen: defaultdict[int, list[Seen]] = defaultdict(list)
    for mark in matching.unused:
        for touch in found[mark.number]:
            seen[touch.item.number].append((mark, touch))
    verdicts = list(key.missed)
    for number, match in matching.matches.items():
        verdicts[number] = _matched(key, match, said.get(number, ()))
    for number, shown in seen.items():
        if number < len(verdicts) and number not in matching.matches:
            verdicts[number] = _unmatched(key, key.items[number], shown)
    return tuple(verdicts)


def missed(item: PreparedItem, words: Words) -> ItemVerdict:
    """The verdict on an item that nobody came near."""
    rule = Rule.MISSED_OPTIONAL if item.item.optional else Rule.MISSED
    told = Told(words, item.main.whole.needed)
    return _verdict(item, Outcome.MISSED, Reason(rule, (("of", item.main.whole.size),)), told)


def _matched(key: PreparedKey, match: Match, said: tuple[AskedVerdict, ...]) -> ItemVerdict:
    sums = _sums(match)
    wrong = _is_wrong_label(match)
    outcome = _outcome(match, wrong)
    credit, points = match.credit, _points(key, match)
    if said:
        kept = _kept(said)
        said = tuple([one._replace(points=one.points * points) for one in said])
        credit, points = credit * kept, points * kept
    item = match.touch.item
    params = _params(item, sums, match.marks[0].label, match.touch.boundary)
    return _verdict(
        item,
        outcome,
        Reason(_rule(key, match, sums, wrong), (*params, ("other_label", 1)) if wrong else params),
        Told(key.words, match.touch.way.needed, match.words, sums.outer),
        highlights=tuple([mark.annotation.id for mark in (*match.marks, *match.beside)]),
        seen=tuple([mark.annotation.id for mark in match.hedges]),
        target=match.touch.target.number,
        credit=credit,
        points=points,
        said=said,
    )


class _Sums(NamedTuple):
    """Numbers of words that decided: core words caught and there, words marked, and those of them that do no good."""

    caught: int
    of: int
    marked: int
    extra: int
    outer: Ranges
    """Where the marks may go: of a merge, wherever they may for one of its items."""


def _sums(match: Match) -> _Sums:
    touch, words = match.decided, match.words
    caught, of, outer = touch.caught, touch.way.size, touch.target.outer
    if match.kind is Kind.MERGE:
        outer = union(run for each in match.together for run in each.target.outer)
    if match.grouped:
        core = union(run for each in match.together for run in each.way.core)
        caught, of = shared(words, core), count(core)
    marked = count(words)
    return _Sums(caught, of, marked, marked - shared(words, outer), outer)


def points_of(key: PreparedKey, match: Match, said: tuple[AskedVerdict, ...]) -> Fraction:
    """What a match earns, after what is asked of it beside its words took its part."""
    return _points(key, match) * _kept(said) if said else _points(key, match)


def _kept(said: tuple[AskedVerdict, ...]) -> Fraction:
    """The part of the credit that is left."""
    return 1 + sum([one.points for one in said], _NOTHING)


def _points(key: PreparedKey, match: Match) -> Fraction:
    """What the words and labels of a match earn, whatever else is asked."""
    touch = match.touch
    if not match.hedges:
        return key.points[touch.item.worth][touch.credit]
    return match.credit * Fraction(touch.item.worth, key.weight_unit)


def _is_wrong_label(match: Match) -> bool:
    """Whether the label earned less than the target's own, or was an alternative's that is worth less."""
    decided, label = match.decided, match.marks[0].label
    target = decided.target
    return target.pay[label] < target.own_pay or (not target.is_full and label != decided.item.item.label)


def _outcome(match: Match, wrong: bool) -> Outcome:
    if match.kind is not Kind.SINGLE:
        return Outcome.SPLIT if match.kind is Kind.SPLIT else Outcome.MERGED
    if wrong:
        return Outcome.WRONG_LABEL
    return Outcome.HEDGED if match.hedges else _BY_BOUNDARY[match.touch.boundary]


def _rule(key: PreparedKey, match: Match, sums: _Sums, wrong: bool) -> Rule:
    """What the outcome does not say: why the credit is what it is."""
    if match.kind is Kind.SPLIT:
        return Rule.SPLIT
    if match.hedges and (match.kind is not Kind.SINGLE or not wrong):
        return Rule.HEDGED
    if match.kind is Kind.MERGE and not match.grouped:
        return Rule.MERGED
    if wrong:
        return Rule.WRONG_LABEL
    if match.touch.boundary < boundary.ONE:
        return _rule_of_shortfall(match, sums)
    if not match.decided.target.is_full:
        return Rule.ALSO_RIGHT
    if match.kind is not Kind.SINGLE:
        return Rule.GROUPED if match.grouped else Rule.COVERED
    if sums.caught == sums.of and not sums.extra:
        return Rule.EXACT
    return Rule.RIGHT_SENTENCE if key.by_sentence else Rule.AS_GOOD


def _rule_of_shortfall(match: Match, sums: _Sums) -> Rule:
    """Why the boundaries earned less than all."""
    judged = match.together if match.grouped else (match.decided,)
    lacking = [touch.target for touch in judged if not within(touch.target.must, match.words)]
    if lacking:
        return Rule.NO_WORDS_MISSING if any(target.says_no for target in lacking) else Rule.MUST_WORDS_MISSING
    return _SHORTFALL[_BY_BOUNDARY[match.touch.boundary], sums.caught < sums.of, sums.extra > 0]


def _unmatched(key: PreparedKey, item: PreparedItem, seen: Sequence[Seen]) -> ItemVerdict:
    """What unused highlights show: the right words under another label, some of the words, or nothing."""
    mislabelled = [(mark, touch) for mark, touch in seen if only_label_is_wrong(touch)]
    near = [(mark, touch) for mark, touch in seen if boundary.is_near(touch.way.size, touch.caught)]
    shows = mislabelled or near
    if not shows:
        return key.missed[item.number]
    mark, touch = shows[0] if len(shows) == 1 else min(shows, key=_clearness)
    if not mislabelled:
        outcome, rule = Outcome.NEAR_MISS, _rule_of_near_miss(mark, touch)
    elif (touch.target.target.label, mark.label) in key.opposites:
        outcome, rule = Outcome.OPPOSITE_LABEL, Rule.OPPOSITE_LABEL
    else:
        outcome, rule = Outcome.WRONG_LABEL, Rule.WRONG_LABEL
    outer = touch.target.outer
    sums = _Sums(touch.caught, touch.way.size, mark.size, mark.size - shared(mark.words, outer), outer)
    return _verdict(
        item,
        outcome,
        Reason(rule, _params(item, sums, mark.label, touch.boundary)),
        Told(key.words, touch.way.needed, mark.words, outer),
        seen=(mark.annotation.id,),
        target=touch.target.number,
    )


def _clearness(seen: Seen) -> tuple[Fraction | int, ...]:
    """Least for what shows most of the item."""
    mark, touch = seen
    return -touch.boundary, -Fraction(touch.caught, touch.way.size), touch.distance, touch.target.number, mark.number


def _rule_of_near_miss(mark: Mark, touch: Touch) -> Rule:
    """Whether more is lacking than is too much: r below p."""
    inside = shared(mark.words, touch.target.outer)
    return Rule.TOO_LITTLE if touch.caught * mark.size < inside * touch.way.size else Rule.TOO_MUCH


def _params(item: PreparedItem, sums: _Sums, given: str, part: int) -> Params:
    caught, of, marked, extra, _ = sums
    return (
        ("caught", caught),
        ("of", of),
        ("missing", of - caught),
        ("marked", marked),
        ("extra", extra),
        ("given", given),
        ("keyed", item.item.label),
        ("full", int(part == boundary.ONE)),
    )


def _verdict(
    item: PreparedItem,
    outcome: Outcome,
    reason: Reason,
    told: Told,
    *,
    highlights: tuple[str, ...] = (),
    seen: tuple[str, ...] = (),
    target: int = 0,
    credit: Fraction = _NOTHING,
    points: Fraction = _NOTHING,
    said: tuple[AskedVerdict, ...] = (),
) -> ItemVerdict:
    keyed = item.item
    return ItemVerdict(
        keyed.id,
        keyed.label,
        keyed.optional,
        outcome,
        highlights,
        seen,
        target,
        told,
        credit,
        points,
        reason,
        keyed.explanation,
        said,
    )
