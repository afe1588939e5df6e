"""Refuse an answer key that cannot be graded with, and say which answer and why."""

from collections.abc import Sequence
from itertools import pairwise

from claimlight.core.codebook import Codebook
from claimlight.core.errors import LessonError
from claimlight.core.lesson import AnswerKey, Item, Target
from claimlight.grading.key import PreparedItem
from claimlight.grading.ranges import Range, Ranges, union, within


def refuse_faulty_numbers(key: AnswerKey, codebook: Codebook, file: str) -> None:
    """Raise LessonError for ids, labels, weights and factors that cannot be."""
    _refuse_ids_twice(key, file)
    known = {item.id for item in key.items}
    for item in key.items:
        _refuse_faulty_item(item, codebook, file)
        for id in (id for target in item.targets for id in target.covers):
            if id not in known:
                raise LessonError("key-covers-unknown", file=file, item=item.id, covered=id)


def _refuse_ids_twice(key: AnswerKey, file: str) -> None:
    seen: set[str] = set()
    for id in [item.id for item in key.items] + [decoy.id for decoy in key.decoys]:
        if id in seen:
            raise LessonError("key-id-twice", file=file, item=id)
        seen.add(id)


def _refuse_faulty_item(item: Item, codebook: Codebook, file: str) -> None:
    if not item.targets:
        raise LessonError("key-no-target", file=file, item=item.id)
    if item.main.label != item.label:
        raise LessonError("key-main-label", file=file, item=item.id, label=item.label, other=item.main.label)
    if item.main.factor != 1:
        raise LessonError("key-main-factor", file=file, item=item.id, factor=item.main.factor)
    if item.weight < 0 or item.bonus < 0:
        raise LessonError("key-negative-weight", file=file, item=item.id)
    for target in item.targets:
        if not 0 <= target.factor <= 1:
            raise LessonError("key-factor-range", file=file, item=item.id, factor=target.factor)
        if codebook.label(target.label) is None:
            raise LessonError("key-label-unknown", file=file, item=item.id, label=target.label)


def refuse_faulty_spans(
    file: str, id: str, target: Target, parts: tuple[Range, ...], given: tuple[Ranges, Ranges, Ranges]
) -> None:
    """Raise LessonError where a target holds no words, or its core, outer and must-words do not lie as they must."""
    core, outer, must = given
    words = union(parts)
    if any(part.start == part.stop for part in parts):
        raise LessonError("key-target-without-words", file=file, item=id)
    if any(before.stop > after.start for before, after in pairwise(parts)):
        raise LessonError("key-parts-overlap", file=file, item=id)
    if (target.core and not core) or not within(core, words):
        raise LessonError("key-core-outside", file=file, item=id)
    if target.outer and not within(words, outer):
        raise LessonError("key-outer-too-narrow", file=file, item=id)
    if (target.must and not must) or not within(must, words):
        raise LessonError("key-must-outside", file=file, item=id)


def refuse_same_answer_twice(items: Sequence[PreparedItem], file: str) -> None:
    """Raise LessonError for two items (in canonical order) with the same label and the same words."""
    for first, second in pairwise(items):
        if first.item.label == second.item.label and first.main.whole.range == second.main.whole.range:
            raise LessonError("key-same-answer-twice", file=file, item=second.item.id, other=first.item.id)
