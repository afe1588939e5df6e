"""What makes an answer key unusable: what the grader refuses, and what it does not look at."""

from collections.abc import Iterator
from dataclasses import replace

from claimlight.core.codebook import Codebook
from claimlight.core.errors import LessonError
from claimlight.core.lesson import AnswerKey, Item, Lesson, LessonText


def faults(lesson: Lesson, text_name: str) -> Iterator[LessonError]:
    """Everything that makes the answers to a text unusable, first what the grader itself refuses."""
    yield from refusals(lesson, text_name)
    yield from key_faults(_answers(lesson, text_name)[1], lesson.codebook, lesson.labels, f"{text_name}.key.json")


def refusals(lesson: Lesson, text_name: str) -> Iterator[LessonError]:
    """Everything for which the grader refuses the answers to a text that has them, one reason for each answer."""
    from claimlight.grading.prepare import prepare

    text, key = _answers(lesson, text_name)
    while True:
        try:
            prepare(replace(lesson, texts=(replace(text, key=key),)), text_name)
            return
        except LessonError as refusal:
            yield refusal
            key = _without(key, str(refusal.params["item"]))


def _answers(lesson: Lesson, text_name: str) -> tuple[LessonText, AnswerKey]:
    text = lesson.text(text_name)
    assert text is not None, "asked for by its name"
    assert text.key is not None, "asked for where there are answers"
    return text, text.key


def _without(key: AnswerKey, id: str) -> AnswerKey:
    """The key without the last answer of this name, or else without its last trap of this name."""
    items = [item for item in key.items if item.id == id]
    if not items:
        last = [decoy for decoy in key.decoys if decoy.id == id][-1]
        return replace(key, decoys=tuple(decoy for decoy in key.decoys if decoy is not last))
    kept = tuple(item for item in key.items if item is not items[-1])
    left = {item.id for item in kept}
    return replace(key, items=tuple(_covering(item, id, left) for item in kept))


def _covering(item: Item, gone: str, left: set[str]) -> Item:
    """An answer that does not cover one that was taken out: that is no fault of its own."""
    targets = (
        replace(target, covers=tuple(id for id in target.covers if id != gone or id in left)) for target in item.targets
    )
    return replace(item, targets=tuple(targets))


def key_faults(key: AnswerKey, codebook: Codebook, labels: tuple[str, ...], file: str) -> Iterator[LessonError]:
    """Every fault that the grader does not look at, in the order of the answers."""
    for item in key.items:
        yield from _item_faults(item, codebook, labels, file)
        yield from _link_faults(item, key, codebook, file)
        yield from _attribute_faults(item, codebook, file)


def _item_faults(item: Item, codebook: Codebook, labels: tuple[str, ...], file: str) -> Iterator[LessonError]:
    if item.label not in labels and codebook.label(item.label) is not None:
        yield LessonError("label-not-trained", file=file, item=item.id, label=item.label)
    for target in item.targets:
        if target.joint and len(target.joint) not in (2, 3):
            yield LessonError("bad-joint", file=file, item=item.id, count=len(target.joint))


def _link_faults(item: Item, key: AnswerKey, codebook: Codebook, file: str) -> Iterator[LessonError]:
    kinds = {kind.id: kind for kind in codebook.links}
    for link in item.links:
        kind, end = kinds.get(link.type), key.item(link.item)
        if kind is None:
            yield LessonError("unknown-link", file=file, item=item.id, link=link.type, known=", ".join(kinds))
        elif end is None:
            yield LessonError("link-to-nothing", file=file, item=item.id, link=link.type, other=link.item)
        elif codebook.label(item.label) is None or codebook.label(end.label) is None:
            continue  # a label that is none fits no link; that it is none has been said
        elif item.label not in kind.sources or end.label not in kind.targets:
            yield LessonError("bad-link-ends", file=file, item=item.id, link=link.type, other=link.item)


def _attribute_faults(item: Item, codebook: Codebook, file: str) -> Iterator[LessonError]:
    kinds = {kind.id: kind for kind in codebook.attributes}
    for name, values in item.attributes:
        if name not in kinds:
            yield LessonError("unknown-attribute", file=file, item=item.id, attribute=name, known=", ".join(kinds))
            continue
        allowed = [value for value, _ in kinds[name].values]
        for value in values:
            if allowed and value not in allowed:
                yield LessonError(
                    "bad-attribute-value",
                    file=file,
                    item=item.id,
                    attribute=name,
                    value=value,
                    known=", ".join(allowed),
                )
