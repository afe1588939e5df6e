"""The points that a student is shown: the grader's receipt, and line by line what the teacher decided.

The receipt that the grader wrote is left as it is. Of what comes out the lines add up exactly to the points, too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.lesson import AnswerKey
from claimlight.grading.receipt import Fate, Grade, ItemVerdict, LineKind, Reason, ReceiptLine, Rule

WHOLE, KEPT = "whole", "kept"
"""The ids of the lines about the whole."""
_NOTHING = Fraction(0)
_WORDS = (LineKind.ITEM, LineKind.ASKED, LineKind.HIGHLIGHT)
_RULES = {DecisionKind.ACCEPT: Rule.TEACHER_ACCEPTED, DecisionKind.POINTS: Rule.TEACHER_POINTS}
Place = tuple[LineKind, str]


def worths(key: AnswerKey) -> dict[str, Fraction]:
    """By item, what it is worth when it is found whole."""
    return {item.id: item.bonus if item.optional else item.weight for item in key.items}


def decided(grade: Grade, decisions: Iterable[Decision], worth: Mapping[str, Fraction]) -> Grade:
    """`grade` with what the teacher decided, each decision a line of its own. `worth` are the points of whole items.

    An answer that is accepted earns all it is worth, and marks that came near it cost nothing. What is free is given
    back as far as something was taken. What is about an item or a highlight that is not there changes nothing.
    """
    standing = [each for each in decisions if each.changes_points]
    if not standing:
        return grade
    placed = _placed(grade, standing, worth)
    lines = [*_on_page(grade, placed), *_given(grade), *_free(grade, placed)]
    points = sum((line.points for line in lines), _NOTHING)
    for line in _about_the_whole(grade, standing, points):
        lines.append(line)
        points += line.points
    return replace(grade, lines=tuple(lines), score=100 * points / grade.possible)


def resolved(grade: Grade, decisions: Iterable[Decision], key: AnswerKey) -> tuple[Decision, ...]:
    """What was decided about points, each with the points that it comes to: nobody needs the answers to follow it."""
    standing = tuple(each for each in decisions if each.changes_points)
    placed = _placed(grade, standing, worths(key)) if standing else {}
    of_words = (
        replace(one, item=id if about is LineKind.ITEM else "", highlight=id if about is not LineKind.ITEM else "")
        for (about, id), (_points, one) in placed.items()
    )
    points = (points for points, _one in placed.values())
    whole = [one for one in standing if one.kind is DecisionKind.KEPT or not (one.item or one.highlight)]
    return (*(replace(one, points=worth) for one, worth in zip(of_words, points, strict=True)), *whole)


def base_points(grade: Grade) -> dict[Place, Fraction]:
    """What the grader gives each item and each highlight."""
    found: dict[Place, Fraction] = {}
    for line in grade.lines:
        if line.kind in _WORDS:
            place = LineKind.HIGHLIGHT if line.kind is LineKind.HIGHLIGHT else LineKind.ITEM, line.id
            found[place] = found.get(place, _NOTHING) + line.points
    return found


def _placed(
    grade: Grade, standing: Iterable[Decision], worth: Mapping[str, Fraction]
) -> dict[Place, tuple[Fraction, Decision]]:
    """By place, what it is worth now and by which decision: the last about it holds."""
    base = base_points(grade)
    named: dict[Place, tuple[Fraction, Decision]] = {}
    for one in standing:
        if one.kind is DecisionKind.KEPT:
            continue
        accepts = one.kind is DecisionKind.ACCEPT
        if one.item and grade.item(one.item) is not None:
            full = worth.get(one.item, _NOTHING) if one.points is None else one.points
            place = LineKind.ITEM, one.item
            named.pop(place, None)
            named[place] = max(full, base.get(place, _NOTHING)) if accepts else full, one
        if one.highlight and grade.highlight(one.highlight) is not None:
            place = LineKind.HIGHLIGHT, one.highlight
            full = _NOTHING if one.points is None else one.points
            named.pop(place, None)
            named[place] = max(full, base.get(place, _NOTHING)) if accepts else full, one
    return {**_along(grade, named, base), **named}


def _along(
    grade: Grade, named: Mapping[Place, tuple[Fraction, Decision]], base: Mapping[Place, Fraction]
) -> dict[Place, tuple[Fraction, Decision]]:
    """The marks that came near an answer that is accepted, and cost something."""
    return {
        (LineKind.HIGHLIGHT, near): (_NOTHING, one)
        for (about, id), (_points, one) in named.items()
        if about is LineKind.ITEM and one.kind is DecisionKind.ACCEPT
        for near in _verdict(grade, id).seen
        if base.get((LineKind.HIGHLIGHT, near), _NOTHING) < 0
    }


def _verdict(grade: Grade, item: str) -> ItemVerdict:
    found = grade.item(item)
    assert found is not None, "only what is there is placed"
    return found


def _on_page(grade: Grade, placed: Mapping[Place, tuple[Fraction, Decision]]) -> Iterable[ReceiptLine]:
    """The lines about words, in their order, each with the teacher's behind it."""
    base = base_points(grade)
    open_ones = dict(placed)
    lines = [line for line in grade.lines if line.kind in _WORDS]
    for number, line in enumerate(lines):
        yield line
        place = LineKind.HIGHLIGHT if line.kind is LineKind.HIGHLIGHT else LineKind.ITEM, line.id
        goes_on = number + 1 < len(lines) and lines[number + 1].kind is LineKind.ASKED
        if place in open_ones and not (goes_on and lines[number + 1].id == line.id):
            yield _teachers(place, line.position, base[place], *open_ones.pop(place))
    for place, told in open_ones.items():
        yield _teachers(place, _position(grade, place), _NOTHING, *told)


def _teachers(place: Place, position: int, before: Fraction, after: Fraction, one: Decision) -> ReceiptLine:
    about, id = place
    reason = Reason(_RULES[one.kind], (("about", about.value), ("said", one.words)))
    return ReceiptLine(LineKind.TEACHER, position, id, after - before, reason)


def _position(grade: Grade, place: Place) -> int:
    about, id = place
    mark = grade.highlight(id) if about is LineKind.HIGHLIGHT else None
    return mark.span.start if mark is not None else 0


def _given(grade: Grade) -> Iterable[ReceiptLine]:
    return (line for line in grade.lines if line.kind is LineKind.NOTHING_TO_FIND)


def _free(grade: Grade, placed: Mapping[Place, tuple[Fraction, Decision]]) -> Iterable[ReceiptLine]:
    """What was free, as far as anything is still taken."""
    now = {**base_points(grade), **{place: points for place, (points, _one) in placed.items()}}
    taken = -sum((min(points, _NOTHING) for place, points in now.items() if place[0] is LineKind.HIGHLIGHT), _NOTHING)
    for line in grade.lines:
        if line.kind is LineKind.FREE and taken:
            yield line._replace(points=min(line.points, taken))


def _about_the_whole(grade: Grade, standing: Iterable[Decision], points: Fraction) -> Iterable[ReceiptLine]:
    """Limits, what the teacher said of the whole, and what keeps a mark where it was."""
    end = max((line.position for line in grade.lines), default=0)
    whole: Decision | None = None
    kept = _NOTHING
    for one in standing:
        if one.kind is DecisionKind.KEPT:
            kept += one.points or _NOTHING
        elif not one.item and not one.highlight:
            whole = one
    limited = _limited(points, grade)
    if limited != points:
        rule = Rule.LIMITED_TO_0 if points < 0 else Rule.LIMITED_TO_100
        yield ReceiptLine(LineKind.LIMIT, end, "", limited - points, Reason(rule))
    if whole is not None and whole.points is not None:
        reason = Reason(Rule.TEACHER_POINTS, (("said", whole.words),))
        wanted = _limited(whole.points, grade)
        yield ReceiptLine(LineKind.TEACHER, end, WHOLE, wanted - limited, reason)
        limited = wanted
    if kept:
        stays = _limited(limited + kept, grade)
        yield ReceiptLine(LineKind.TEACHER, end, KEPT, stays - limited, Reason(Rule.TEACHER_KEPT))


def _limited(points: Fraction, grade: Grade) -> Fraction:
    return min(grade.possible, max(_NOTHING, points))


def may_accept(grade: Grade, *, item: str = "", highlight: str = "") -> bool:
    """Whether there is anything to accept: an answer that earned less than all, a mark that found none."""
    found = grade.item(item) if item else None
    mark = grade.highlight(highlight) if highlight else None
    return (found is not None and found.credit < 1) or (mark is not None and mark.fate is not Fate.MATCHED)
