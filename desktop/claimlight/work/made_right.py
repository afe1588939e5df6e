"""Who may be told *You are right* after a change of the answers: those whose own words and label are right only now."""

from collections.abc import Iterator
from fractions import Fraction

from claimlight.core.attempt import Challenge
from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.identity import NewId
from claimlight.core.identity import new_id as random_id
from claimlight.grading.grade import grade_prepared
from claimlight.grading.receipt import Fate, Grade, LineKind, Outcome
from claimlight.store.classbook import Classbook
from claimlight.work.overrides import base_points
from claimlight.work.regrade import ClassWork, Preview

_NOTHING = Fraction(0)


def made_right(preview: Preview) -> Iterator[tuple[ClassWork, Challenge]]:
    """What students see differently, has no answer yet, and was not right but is with these answers.

    Where a student marked words, these words with this label are what has to be right; where nothing was marked, the
    answer that was missed has to be one that nobody needs to find. Nobody who loses by it there is told; and what the
    teacher set by hand no answers change.
    """
    for work in preview.works.works:
        waiting = tuple(each for each in work.submission.challenges if not _answered(work, each))
        if not waiting:
            continue
        before, after = preview.works.grade(work), grade_prepared(preview.prepared, work.submission.work)
        for each in waiting:
            marks = marks_about(before, each)
            newly = not is_right(before, each, marks) and is_right(after, each, marks)
            if newly and _earned(after, each, marks) >= _earned(before, each, marks):
                yield work, each


def replies(preview: Preview, words: str, new_id: NewId = random_id) -> tuple[tuple[str, Decision], ...]:
    """`words` to each of them, by attempt."""
    return tuple(
        (work.received.attempt, Decision(new_id(), DecisionKind.REPLY, each.item, each.highlight, words=words))
        for work, each in made_right(preview)
    )


def no_longer_right(classbook: Classbook, preview: Preview) -> tuple[str, ...]:
    """The ids of what was said to students who were right by the answers as they are, and are not with these."""
    told = classbook.changed.told_right(preview.works.class_id)
    return tuple(
        one.id
        for work in preview.works.works
        for one in work.decisions
        if one.id in told and not _stays_right(preview, work, one)
    )


def marks_about(grade: Grade, challenge: Challenge) -> tuple[str, ...]:
    """The highlights that it is about; none where it is about an answer that was missed."""
    if challenge.highlight:
        return (challenge.highlight,)
    verdict = grade.item(challenge.item)
    if verdict is not None:
        return (*verdict.seen, *verdict.highlights)
    return tuple(each.highlight for each in grade.highlights if each.item == challenge.item)


def is_right(grade: Grade, challenge: Challenge, marks: tuple[str, ...]) -> bool:
    """Whether one of `marks` is right as it is; or, where there are none, whether there was nothing to find."""
    if marks:
        return any(_is_right_mark(grade, mark) for mark in marks)
    verdict = grade.item(challenge.item)
    return verdict is None or verdict.optional


def _is_right_mark(grade: Grade, highlight: str) -> bool:
    mark = grade.highlight(highlight)
    if mark is None or mark.fate is not Fate.MATCHED:
        return False
    verdict = grade.item(mark.item)
    if verdict is None:
        return False
    costs_nothing = verdict.optional and verdict.outcome is Outcome.NEARLY
    return verdict.outcome is Outcome.EXACT or costs_nothing


def _earned(grade: Grade, challenge: Challenge, marks: tuple[str, ...]) -> Fraction:
    """By these marks, and by the answers that they are about."""
    fates = (grade.highlight(mark) for mark in marks)
    items = {challenge.item} | {fate.item for fate in fates if fate is not None}
    points = base_points(grade)
    of_marks = sum((points.get((LineKind.HIGHLIGHT, mark), _NOTHING) for mark in marks), _NOTHING)
    return sum((points.get((LineKind.ITEM, item), _NOTHING) for item in items), of_marks)


def _stays_right(preview: Preview, work: ClassWork, said: Decision) -> bool:
    after = grade_prepared(preview.prepared, work.submission.work)
    about = Challenge(said.id, said.item, said.highlight, "", said.made)
    return is_right(after, about, marks_about(preview.works.grade(work), about))


def _answered(work: ClassWork, challenge: Challenge) -> bool:
    """Whether the teacher said something to it, or set these points by hand."""
    place = challenge.item, challenge.highlight
    return any(
        (one.kind is DecisionKind.REPLY and (one.item, one.highlight) == place)
        or (one.kind is DecisionKind.POINTS and _about_the_same(one, challenge))
        for one in work.decisions
    )


def _about_the_same(one: Decision, challenge: Challenge) -> bool:
    return bool(one.item and one.item == challenge.item) or bool(one.highlight and one.highlight == challenge.highlight)
