"""Tell what became of each item, in rules and numbers."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from claimlight.grading import boundary
from claimlight.grading.candidates import Kind, Touch, only_label_is_wrong
from claimlight.grading.key import PreparedItem, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.matching import Match, Matching
from claimlight.grading.ranges import Ranges, common, count, shared, within, without
from claimlight.grading.receipt import NO_WORDS, ItemVerdict, Outcome, Reason, Rule, WordCount

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


def judge_items(key: PreparedKey, matching: Matching, found: Sequence[tuple[Touch, ...]]) -> tuple[ItemVerdict, ...]:
    """A verdict for each graded item, in page order."""
    seen: defaultdict[int, list[Seen]] = defaultdict(list)
    for mark in matching.unused:
        for touch in found[mark.number]:
            seen[touch.item.number].append((mark, touch))
    matches = matching.matches
    return tuple(
        _matched(key, matches[item.number]) if item.number in matches else _unmatched(key, item, seen[item.number])
        for item in key.items
    )


def _matched(key: PreparedKey, match: Match) -> ItemVerdict:
    touch = match.touch
    outcome = _outcome(match)
    return _verdict(
        key,
        match.item,
        outcome,
        reason=Reason(_rule(key, match, outcome), _params(match.item, touch, match.words, match.label)),
        highlights=tuple(mark.annotation.id for mark in (*match.marks, *match.beside)),
        seen=tuple(mark.annotation.id for mark in match.hedges),
        words=match.words,
        touch=touch,
        credit=match.credit,
    )


def _outcome(match: Match) -> Outcome:
    if match.kind is Kind.SPLIT:
        return Outcome.SPLIT
    if _is_wrong_label(match):
        return Outcome.WRONG_LABEL
    return Outcome.HEDGED if match.hedges else _BY_BOUNDARY[match.touch.boundary]


def _is_wrong_label(match: Match) -> bool:
    target = match.touch.target
    return target.pay[match.label] < target.pay[target.target.label] or (
        match.label != match.item.item.label and target.target.factor < 1
    )


def _rule(key: PreparedKey, match: Match, outcome: Outcome) -> Rule:
    touch = match.touch
    if outcome in _BY_OUTCOME:
        return _BY_OUTCOME[outcome]
    if outcome is Outcome.EXACT:
        return _rule_of_full_credit(key, match)
    if not within(touch.target.must, match.words):
        return Rule.NO_WORDS_MISSING if touch.target.says_no else Rule.MUST_WORDS_MISSING
    too_many = count(match.words) > shared(match.words, touch.target.outer)
    return _SHORTFALL[outcome, touch.caught < touch.way.size, too_many]


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
        return _verdict(key, item, Outcome.MISSED, Reason(rule, (("of", item.main.whole.size),)))
    mark, touch = min(mislabelled or near, key=_clearness)
    if not mislabelled:
        outcome, rule = Outcome.NEAR_MISS, _rule_of_near_miss(mark, touch)
    elif (touch.target.target.label, mark.label) in key.opposites:
        outcome, rule = Outcome.OPPOSITE_LABEL, Rule.OPPOSITE_LABEL
    else:
        outcome, rule = Outcome.WRONG_LABEL, Rule.WRONG_LABEL
    reason = Reason(rule, _params(item, touch, mark.words, mark.label))
    return _verdict(key, item, outcome, reason, seen=(mark.annotation.id,), words=mark.words, touch=touch)


def _clearness(seen: Seen) -> tuple[Fraction | int, ...]:
    """Least for what shows most of the item."""
    mark, touch = seen
    return -touch.boundary, -Fraction(touch.caught, touch.way.size), touch.distance, touch.target.number, mark.number


def _rule_of_near_miss(mark: Mark, touch: Touch) -> Rule:
    """Whether more is lacking than is too much: r below p."""
    inside = shared(mark.words, touch.target.outer)
    return Rule.TOO_LITTLE if touch.caught * mark.size < inside * touch.way.size else Rule.TOO_MUCH


def _params(item: PreparedItem, touch: Touch, words: Ranges, given: str) -> tuple[tuple[str, int | str], ...]:
    marked = count(words)
    return (
        ("caught", touch.caught),
        ("of", touch.way.size),
        ("missing", touch.way.size - touch.caught),
        ("marked", marked),
        ("extra", marked - shared(words, touch.target.outer)),
        ("given", given),
        ("keyed", item.item.label),
        ("full", int(touch.boundary == boundary.ONE)),
    )


def _verdict(
    key: PreparedKey,
    item: PreparedItem,
    outcome: Outcome,
    reason: Reason,
    *,
    highlights: tuple[str, ...] = (),
    seen: tuple[str, ...] = (),
    words: Ranges = (),
    touch: Touch | None = None,
    credit: Fraction = Fraction(0),
) -> ItemVerdict:
    target = touch.target if touch else item.main
    needed = touch.way.needed if touch else target.whole.needed
    return ItemVerdict(
        item=item.item.id,
        label=item.item.label,
        optional=item.item.optional,
        outcome=outcome,
        highlights=highlights,
        seen=seen,
        target=target.number,
        hit=_word_count(key, common(needed, words)),
        missed=_word_count(key, without(needed, words)),
        extra=_word_count(key, without(words, target.outer)),
        credit=credit,
        points=credit * (item.item.bonus if item.item.optional else item.item.weight),
        reason=reason,
        explanation=item.item.explanation,
    )


def _word_count(key: PreparedKey, words: Ranges) -> WordCount:
    return WordCount(count(words), key.words.spans(words)) if words else NO_WORDS
