"""What makes an answer key unusable, beyond a single answer that cannot be read."""

from collections import Counter
from collections.abc import Iterator

from claimlight.core.article import Span, Text, overlap
from claimlight.core.codebook import Codebook
from claimlight.core.errors import LessonError
from claimlight.core.lesson import AnswerKey, Item


def key_faults(
    key: AnswerKey, codebook: Codebook, labels: tuple[str, ...], text: Text, file: str
) -> Iterator[LessonError]:
    """Every fault that keeps the key from being used, in the order of its answers."""
    ids = [item.id for item in key.items]
    for id, count in Counter((*ids, *(decoy.id for decoy in key.decoys))).items():
        if count > 1:
            yield LessonError("item-twice", file=file, item=id)
    yield from _same_words_twice(key, text, file)
    for item in key.items:
        yield from _item_faults(item, codebook, labels, text, file)
        yield from _reference_faults(item, key, codebook, file)


def words_of(text: Text, span: Span) -> tuple[Span, ...]:
    """The words that `span` covers: at least half of each."""
    return tuple(word for word in text.words_touching(span) if 2 * overlap(word, span) >= len(word))


def _same_words_twice(key: AnswerKey, text: Text, file: str) -> Iterator[LessonError]:
    first: dict[tuple[str, tuple[Span, ...]], str] = {}
    for item in key.items:
        place = (item.label, words_of(text, item.main.span))
        if place in first:
            yield LessonError("same-words-twice", file=file, item=item.id, other=first[place], label=item.label)
        first.setdefault(place, item.id)


def _item_faults(
    item: Item, codebook: Codebook, labels: tuple[str, ...], text: Text, file: str
) -> Iterator[LessonError]:
    for label in dict.fromkeys((item.label, *(target.label for target in item.targets))):
        if codebook.label(label) is None:
            known = ", ".join(each.id for each in codebook.labels)
            yield LessonError("unknown-label", file=file, item=item.id, label=label, known=known)
    if item.label not in labels and codebook.label(item.label) is not None:
        yield LessonError("label-not-trained", file=file, item=item.id, label=item.label)
    if item.weight < 0 or item.bonus < 0:
        yield LessonError("negative-weight", file=file, item=item.id)
    for target in item.targets:
        if not 0 <= target.factor <= 1:
            yield LessonError("bad-factor", file=file, item=item.id, factor=str(target.factor))
        if not words_of(text, target.span):
            yield LessonError("target-without-words", file=file, item=item.id, quote=text[target.span])
        if target.joint and len(target.joint) not in (2, 3):
            yield LessonError("bad-joint", file=file, item=item.id, count=len(target.joint))


def _reference_faults(item: Item, key: AnswerKey, codebook: Codebook, file: str) -> Iterator[LessonError]:
    for covered in item.covers:
        if key.item(covered) is None:
            yield LessonError("unknown-covers", file=file, item=item.id, other=covered)
    kinds = {kind.id: kind for kind in codebook.links}
    for link in item.links:
        kind, end = kinds.get(link.type), key.item(link.item)
        if kind is None:
            yield LessonError("unknown-link", file=file, item=item.id, link=link.type, known=", ".join(kinds))
        elif end is None:
            yield LessonError("link-to-nothing", file=file, item=item.id, link=link.type, other=link.item)
        elif item.label not in kind.sources or end.label not in kind.targets:
            yield LessonError("bad-link-ends", file=file, item=item.id, link=link.type, other=link.item)
    yield from _attribute_faults(item, codebook, file)


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
