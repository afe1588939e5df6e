"""Tell what became of each item, in rules and numbers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from claimlight.grading import boundary
from claimlight.grading.candidates import Kind
from claimlight.grading.key import PreparedItem, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.matching import Match, Matching
from claimlight.grading.ranges import Ranges, common, count, shared, union, within, without
from claimlight.grading.receipt import (
    AskedVerdict,
    ItemVerdict,
    LineKind,
    Outcome,
    Params,
    Reason,
    ReceiptLine,
    Rule,
    ToldItem,
    WordCount,
)
from claimlight.grading.shapes import Shape
from claimlight.grading.touch import Touch, only_label_is_wrong
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
_NO_WORDS = WordCount()


def judge_items(key: PreparedKey, matching: Matching, said: Mapping[int, tuple[AskedVerdict, ...]]) -> list[ToldItem]:
    """What is told of each graded item, in page order; `said` holds by item number what else was judged of it."""
    seen: defaultdict[int, list[Seen]] = defaultdict(list)
    for mark in matching.unused:
        for touch in mark.shape.touches:
            seen[touch.item.number].append((mark, touch))
    told = list(key.missed)
    for number, match in matching.matches.items():
        told[number] = _matched(key, match, said.get(number, ()))
    for number, shown in seen.items():
        if number < len(told) and number not in matching.matches:
            told[number] = _unmatched(key, key.items[number], shown)
    return told


def missed(item: PreparedItem, words: Words) -> ToldItem:
    """What is told of an item that nobody came near."""
    rule = Rule.MISSED_OPTIONAL if item.item.optional else Rule.MISSED
    reason = Reason(rule, (("of", item.main.whole.size),))
    return _told(words, item, Outcome.MISSED, reason, needed=item.main.whole.needed)


def _matched(key: PreparedKey, match: Match, said: tuple[AskedVerdict, ...]) -> ToldItem:
    ids = tuple([mark.annotation.id for mark in match.marks + match.beside])
    hedges = tuple([mark.annotation.id for mark in match.hedges]) if match.hedges else ()
    if said or match.kind is not Kind.SINGLE:
        return _with_ids(_told_of_match(key, match, said), ids, hedges)
    credit = match.credit
    known = match.marks[0].shape.items_told
    place = (match.item.number, credit.numerator, credit.denominator) if hedges else (match.item.number,)
    told = known.get(place)
    if told is None:
        told = known[place] = _told_of_match(key, match, ())
    return _with_ids(told, ids, hedges)


def _with_ids(told: ToldItem, highlights: tuple[str, ...], seen: tuple[str, ...]) -> ToldItem:
    verdict, lines = told
    return ItemVerdict._make((*verdict[:4], highlights, seen, *verdict[6:])), lines


def _told_of_match(key: PreparedKey, match: Match, said: tuple[AskedVerdict, ...]) -> ToldItem:
    """What is told of the item, but for the ids of highlights."""
    sums = _sums(match)
    wrong = _is_wrong_label(match)
    credit, points = match.credit, _points(key, match)
    if said:
        kept = _kept(said)
        said = tuple([one._replace(points=one.points * points) for one in said])
        credit, points = credit * kept, points * kept
    params = _params(match.item, sums, match.label, match.touch.boundary)
    return _told(
        key.words,
        match.item,
        _outcome(match, wrong),
        Reason(_rule(key, match, sums, wrong), (*params, ("other_label", 1)) if wrong else params),
        needed=match.touch.way.needed,
        matched=True,
        marked=match.words,
        outer=sums.outer,
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
    worth = touch.item.worth
    return match.credit if worth == key.weight_unit else match.credit * Fraction(worth, key.weight_unit)


def _is_wrong_label(match: Match) -> bool:
    """Whether the label earned less than the target's own, or was an alternative's that is worth less."""
    decided, label = match.decided, match.label
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


def _unmatched(key: PreparedKey, item: PreparedItem, seen: Sequence[Seen]) -> ToldItem:
    """What unused highlights show: the right words under another label, some of the words, or nothing."""
    mislabelled = [(mark, touch) for mark, touch in seen if only_label_is_wrong(touch)]
    near = [(mark, touch) for mark, touch in seen if boundary.is_near(touch.way.size, touch.caught)]
    shows = mislabelled or near
    if not shows:
        return key.missed[item.number]
    mark, touch = shows[0] if len(shows) == 1 else min(shows, key=_clearness)
    known = mark.shape.items_told
    place = (*touch.answer, -1 if touch.way.part is None else touch.way.part, 0)
    told = known.get(place)
    if told is None:
        told = known[place] = _told_of_near(key, item, mark.shape, touch)
    return _with_ids(told, (), (mark.annotation.id,))


def _told_of_near(key: PreparedKey, item: PreparedItem, shape: Shape, touch: Touch) -> ToldItem:
    """What is told of the item, but for the ids of highlights."""
    if not only_label_is_wrong(touch):
        outcome, rule = Outcome.NEAR_MISS, _rule_of_near_miss(shape, touch)
    elif (touch.target.target.label, shape.label) in key.opposites:
        outcome, rule = Outcome.OPPOSITE_LABEL, Rule.OPPOSITE_LABEL
    else:
        outcome, rule = Outcome.WRONG_LABEL, Rule.WRONG_LABEL
    outer = touch.target.outer
    sums = _Sums(touch.caught, touch.way.size, shape.size, shape.size - shared(shape.words, outer), outer)
    return _told(
        key.words,
        item,
        outcome,
        Reason(rule, _params(item, sums, shape.label, touch.boundary)),
        needed=touch.way.needed,
        marked=shape.words,
        outer=outer,
        target=touch.target.number,
    )


def _clearness(seen: Seen) -> tuple[Fraction | int, ...]:
    """Least for what shows most of the item."""
    mark, touch = seen
    return -touch.boundary, -Fraction(touch.caught, touch.way.size), touch.distance, touch.target.number, mark.number


def _rule_of_near_miss(shape: Shape, touch: Touch) -> Rule:
    """Whether more is lacking than is too much: r below p."""
    inside = shared(shape.words, touch.target.outer)
    return Rule.TOO_LITTLE if touch.caught * shape.size < inside * touch.way.size else Rule.TOO_MUCH


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


def _told(
    words: Words,
    item: PreparedItem,
    outcome: Outcome,
    reason: Reason,
    *,
    needed: Ranges,
    matched: bool = False,
    marked: Ranges = (),
    outer: Ranges = (),
    target: int = 0,
    credit: Fraction = _NOTHING,
    points: Fraction = _NOTHING,
    said: tuple[AskedVerdict, ...] = (),
) -> ToldItem:
    keyed = item.item
    verdict = ItemVerdict(
        keyed.id,
        keyed.label,
        keyed.optional,
        outcome,
        (),
        (),
        target,
        _counted(words, common(needed, marked)) if marked else _NO_WORDS,
        _counted(words, without(needed, marked)),
        _counted(words, without(marked, outer)),
        credit,
        points,
        reason,
        keyed.explanation,
        said,
    )
    position = words.starts[item.main.whole.range.start]
    return verdict, tuple(_lines(position, verdict, matched))


def _counted(words: Words, runs: Ranges) -> WordCount:
    return WordCount(count(runs), words.spans(runs)) if runs else _NO_WORDS


def _lines(position: int, verdict: ItemVerdict, matched: bool) -> Iterator[ReceiptLine]:
    """What the words earned; then what the source, the evidence or links took away. None for what nobody missed."""
    if verdict.optional and not matched:
        return
    reason = verdict.reason
    if verdict.optional and not verdict.points:
        reason = Reason(Rule.NOT_COUNTED, reason.params)
    lost = [one for one in verdict.asked if one.points]
    points = verdict.points - sum(one.points for one in lost) if lost else verdict.points
    yield ReceiptLine(LineKind.ITEM, position, verdict.item, points, reason)
    for one in lost:
        yield ReceiptLine(LineKind.ASKED, position, verdict.item, one.points, one.reason)
