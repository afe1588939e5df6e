"""The sentences of earlier lessons that a lesson opens with, for whoever knows them."""

from claimlight.core.attempt import Attempt, AttemptState, Person
from claimlight.core.lesson import Lesson, ReviewItem
from claimlight.grading.slips import Kind, Slip
from claimlight.store.review import MOST
from claimlight.store.workbook import Workbook
from claimlight.work.review import Excerpt, excerpt_of, lesson_as_answered
from claimlight.work.shelf import ARTICLE


def warm_up(workbook: Workbook, person: Person, lesson: Lesson, attempt: Attempt) -> tuple[Excerpt, ...]:
    """The earlier sentences that `lesson` opens with, from lessons whose answers this person has seen.

    None where the attempt has begun, or where they were offered before it already; and never more than a minute of
    them.
    """
    if not lesson.review or workbook.read_only or attempt.state is not AttemptState.OPEN:
        return ()
    if workbook.annotations(attempt) or workbook.reviews.warmed_up(attempt):
        return ()
    seen = {progress.attempt.lesson_id for progress in workbook.progress(person) if progress.finished}
    slugs = {card.slug: card.id for card in reversed(workbook.lessons()) if card.id in seen}
    found = (_known(workbook, person, slugs[one.lesson], one) for one in lesson.review if one.lesson in slugs)
    return tuple(each for each in found if each is not None)[:MOST]


def _known(workbook: Workbook, person: Person, lesson_id: str, wanted: ReviewItem) -> Excerpt | None:
    """The passage, with the answers that the person saw; None where they hold no such answer or trap."""
    closed = [
        attempt
        for attempt in workbook.attempts(person)
        if attempt.lesson_id == lesson_id and attempt.text_name == ARTICLE and attempt.state is AttemptState.CLOSED
    ]
    checks = workbook.checks(closed[-1]) if closed else ()
    if not checks:
        return None
    lesson = lesson_as_answered(workbook, closed[-1].lesson_hash, checks[-1].key_hash)
    text = lesson.text(ARTICLE) if lesson is not None else None
    if lesson is None or text is None or text.key is None:
        return None
    item = text.key.item(wanted.item)
    decoy = next((decoy for decoy in text.key.decoys if decoy.id == wanted.item), None)
    if item is not None and not item.optional and item.id not in lesson.example:
        return excerpt_of(lesson, ARTICLE, Kind(Slip.MISSED, item.label), item.id, item.main.span)
    if decoy is not None:
        return excerpt_of(lesson, ARTICLE, Kind(Slip.TRAP, lesson.labels[0]), decoy.id, decoy.span)
    return None
