"""Tell what became of each item, in rules and numbers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from claimlight.grading import boundary
from claimlight.grading.candidates import Kind, Touch, only_label_is_wrong
from claimlight.grading.key import PreparedItem, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.matching import Found, Match, Matching
from claimlight.grading.ranges import Ranges, count, shared, union, within
from claimlight.grading.receipt import AskedVerdict, ItemVerdict, Outcome, Params, Reason, Rule, Told

_BY_BOUNDARY = {
    boundary.ONE: Outcome.EXACT,
    boundary.THREE_QUARTERS: Outcome.NEARLY,
    boundary.HALF: Outcome.PARTLY,
}

_BY_OUTCOME = {
    Outcome.SPLIT: Rule.SPLIT,
    Outcome.WRONG_LABEL: Rule.WRONG_LABEL,
    Outcome.HEDGED: Rule.HEDGED,
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
    matches = matching.matches
    return tuple(
        _matched(key, matches[item.number], said.get(item.number, ()))
        if item.number in matches
        else _unmatched(key, item, seen[item.number])
        for item in key.items
    )


def _matched(key: PreparedKey, match: Match, said: tuple[AskedVerdict, ...]) -> ItemVerdict:
    outcome = _outcome(match)
    outer = _outer(match)
    return _verdict(
        key,
        match.item,
        outcome,
        reason=Reason(_rule(key, match, outcome), _params_of_match(match, outer)),
        highlights=tuple([mark.annotation.id for mark in (*match.marks, *match.beside)]),
        seen=tuple([mark.annotation.id for mark in match.hedges]),
        told=Told(key.words, match.touch.way.needed, match.words, outer),
        target=match.touch.target.number,
        credit=match.credit,
        said=said,
    )


def _outcome(match: Match) -> Outcome:
    if match.kind in (Kind.MERGE, Kind.COVER):
        return Outcome.MERGED
    if match.kind is Kind.SPLIT:
        return Outcome.SPLIT
    if _is_wrong_label(match):
        return Outcome.WRONG_LABEL
    return Outcome.HEDGED if match.hedges else _BY_BOUNDARY[match.touch.boundary]


def _is_wrong_label(match: Match) -> bool:
    decided = match.decided
    return _pays_less(match) or (match.label != decided.item.item.label and decided.target.target.factor < 1)


def _pays_less(match: Match) -> bool:
    target = match.decided.target
    return target.pay[match.label] < target.own_pay


def _outer(match: Match) -> Ranges:
    """Where the marks may go: of a merge, wherever they may for one of its items."""
    if match.kind is Kind.MERGE:
        return union(run for touch in match.together for run in touch.target.outer)
    return match.decided.target.outer


def _rule(key: PreparedKey, match: Match, outcome: Outcome) -> Rule:
    if outcome is Outcome.MERGED and not match.hedges:
        return _rule_of_merge(key, match)
    if outcome is Outcome.MERGED:
        return Rule.HEDGED
    if outcome in _BY_OUTCOME:
        return _BY_OUTCOME[outcome]
    return _rule_of_full_credit(key, match) if outcome is Outcome.EXACT else _rule_of_shortfall(match)


def _rule_of_merge(key: PreparedKey, match: Match) -> Rule:
    if match.kind is Kind.MERGE and not match.grouped:
        return Rule.MERGED
    if _is_wrong_label(match):
        return Rule.WRONG_LABEL
    if match.touch.boundary < boundary.ONE:
        return _rule_of_shortfall(match)
    if match.decided.target.target.factor < 1:
        return Rule.ALSO_RIGHT
    return Rule.GROUPED if match.grouped else Rule.COVERED


def _rule_of_shortfall(match: Match) -> Rule:
    """Why the boundaries earned less than all."""
    lacking = [touch.target for touch in _judged_together(match) if not within(touch.target.must, match.words)]
    if lacking:
        return Rule.NO_WORDS_MISSING if any(target.says_no for target in lacking) else Rule.MUST_WORDS_MISSING
    caught, of = _caught(match)
    too_many = count(match.words) > shared(match.words, _outer(match))
    return _SHORTFALL[_BY_BOUNDARY[match.touch.boundary], caught < of, too_many]


def _judged_together(match: Match) -> tuple[Touch, ...]:
    """The touches whose cores and must-words were held against the marks as one."""
    return match.together if match.grouped else (match.decided,)


def _caught(match: Match) -> tuple[int, int]:
    """Core words caught, and how many there are: what decided the boundary credit."""
    if not match.grouped:
        return match.decided.caught, match.decided.way.size
    core = union(run for touch in match.together for run in touch.way.core)
    return shared(match.words, core), count(core)


def _rule_of_full_credit(key: PreparedKey, match: Match) -> Rule:
    touch = match.touch
    if touch.target.target.factor < 1:
        return Rule.ALSO_RIGHT
    if touch.caught == touch.way.size and within(match.words, touch.target.outer):
        return Rule.EXACT
    return Rule.RIGHT_SENTENCE if key.by_sentence else Rule.AS_GOOD


def _unmatched(key: PreparedKey, item: PreparedItem, seen: Sequence[Seen]) -> ItemVerdict:
    """What unused highlights show: the right words under another label, some of the words, or nothing."""
    mislabelled = [(mark, touch) for mark, touch in seen if only_label_is_wrong(touch)]
    near = [(mark, touch) for mark, touch in seen if boundary.is_near(touch.way.size, touch.caught)]
    if not mislabelled and not near:
        rule = Rule.MISSED_OPTIONAL if item.item.optional else Rule.MISSED
        told = Told(key.words, item.main.whole.needed)
        return _verdict(key, item, Outcome.MISSED, Reason(rule, (("of", item.main.whole.size),)), told)
    mark, touch = min(mislabelled or near, key=_clearness)
    if not mislabelled:
        outcome, rule = Outcome.NEAR_MISS, _rule_of_near_miss(mark, touch)
    elif (touch.target.target.label, mark.label) in key.opposites:
        outcome, rule = Outcome.OPPOSITE_LABEL, Rule.OPPOSITE_LABEL
    else:
        outcome, rule = Outcome.WRONG_LABEL, Rule.WRONG_LABEL
    outer = touch.target.outer
    return _verdict(
        key,
        item,
        outcome,
        Reason(rule, _params(item, touch.caught, touch.way.size, mark.words, outer, mark.label, touch.boundary)),
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


def _params_of_match(match: Match, outer: Ranges) -> Params:
    params = _params(match.item, *_caught(match), match.words, outer, match.label, match.touch.boundary)
    return (*params, ("other_label", 1)) if _is_wrong_label(match) else params


def _params(item: PreparedItem, caught: int, of: int, words: Ranges, outer: Ranges, given: str, part: int) -> Params:
    marked = count(words)
    return (
        ("caught", caught),
        ("of", of),
        ("missing", of - caught),
        ("marked", marked),
        ("extra", marked - shared(words, outer)),
        ("given", given),
        ("keyed", item.item.label),
        ("full", int(part == boundary.ONE)),
    )


def _verdict(
    key: PreparedKey,
    item: PreparedItem,
    outcome: Outcome,
    reason: Reason,
    told: Told,
    *,
    highlights: tuple[str, ...] = (),
    seen: tuple[str, ...] = (),
    target: int = 0,
    credit: Fraction = _NOTHING,
    said: tuple[AskedVerdict, ...] = (),
) -> ItemVerdict:
    full = credit * (item.item.bonus if item.item.optional else item.item.weight) if credit else _NOTHING
    kept = 1 + sum([one.points for one in said]) if said else 1
    return ItemVerdict(
        item=item.item.id,
        label=item.item.label,
        optional=item.item.optional,
        outcome=outcome,
        highlights=highlights,
        seen=seen,
        target=target,
        told=told,
        credit=credit * kept,
        points=full * kept,
        reason=reason,
        explanation=item.item.explanation,
        asked=tuple([replace(one, points=one.points * full) for one in said]),
    )
