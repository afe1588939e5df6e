"""Cut a passage out of a lesson, with the part of the answers that belongs to it: a small lesson of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from claimlight.core.article import Article, Block, Run, Sentence, Span, Text
from claimlight.core.digest import sha256_hex
from claimlight.core.lesson import AnswerKey, Decoy, Item, Lesson, LessonText, Target


def passage_around(text: Text, key: AnswerKey, focus: Span) -> Span:
    """The sentences of `focus`, one before and one after, and as many more as it takes to cut no answer and no trap."""
    sentences = text.sentences
    if not sentences:
        return Span(0, len(text.text))
    first, last = text.sentence_index(focus.start), text.sentence_index(max(focus.start, focus.end - 1))
    first, last = max(0, first - 1), min(len(sentences) - 1, last + 1)
    whole = [_reach(target) for item in key.items for target in item.targets] + [decoy.span for decoy in key.decoys]
    passage = Span(sentences[first].start, sentences[last].end)
    while True:
        touched = [span for span in whole if _touch(span, passage)]
        start = min((span.start for span in touched), default=passage.start)
        end = max((span.end for span in touched), default=passage.end)
        grown = _to_sentences(text, Span(min(start, passage.start), max(end, passage.end)))
        if grown == passage:
            return passage
        passage = grown


def excerpt(lesson: Lesson, text_name: str, passage: Span) -> Lesson:
    """`passage` (of `passage_around`) as a lesson: its text, and the answers and traps in it, counted from its start.

    Nothing is asked beyond the marks, and one check shows the answers. What is also right for an answer that stands
    elsewhere is here an answer that is not counted: it may be marked.
    """
    chosen = lesson.text(text_name)
    assert chosen is not None, "a passage is of a text of the lesson"
    assert chosen.key is not None, "only what has answers is reviewed"
    article = _article(chosen.article, passage)
    key = _key(chosen.key, article.text, passage)
    known = {item.id for item in key.items}
    example = tuple(id for id in lesson.example if id in known)
    return replace(lesson, texts=(LessonText(article, key),), example=example, ask=(), checks=1, review=())


def _article(article: Article, passage: Span) -> Article:
    text = article.text[passage]
    cut = Text(
        text=text,
        text_hash=sha256_hex(text.encode()),
        source_hash=article.text.source_hash,
        builder=article.text.builder,
        blocks=tuple(_block(block, passage) for block in article.text.blocks if _touch(block.span, passage)),
        sentences=tuple(_sentence(one, passage) for one in article.text.sentences if _inside(one.span, passage)),
    )
    return replace(article, text=cut)


def _block(block: Block, passage: Span) -> Block:
    cut = _cut(block.span, passage)
    runs = tuple(_run(run, passage) for run in block.runs if _touch(Span(run.start, run.end), passage))
    return replace(block, start=cut.start, end=cut.end, runs=runs)


def _run(run: Run, passage: Span) -> Run:
    cut = _cut(Span(run.start, run.end), passage)
    return replace(run, start=cut.start, end=cut.end)


def _sentence(sentence: Sentence, passage: Span) -> Sentence:
    at = passage.start
    return Sentence(sentence.start - at, sentence.end - at, tuple(bound - at for bound in sentence.bounds))


def _key(key: AnswerKey, text: Text, passage: Span) -> AnswerKey:
    own = [item for item in key.items if _inside(_reach(item.main), passage)]
    items = [_item(item, passage) for item in own]
    taken = {_place(text, item) for item in items}
    for guest in _guests(key.items, passage):
        place = _place(text, guest)
        if place not in taken:
            taken.add(place)
            items.append(guest)
    known = {item.id for item in items}
    return AnswerKey(
        items=tuple(_among(item, known) for item in items),
        decoys=tuple(
            Decoy(decoy.id, _cut(decoy.span, passage), decoy.explanation)
            for decoy in key.decoys
            if _inside(decoy.span, passage)
        ),
        excluded=_cut_all(key.excluded, passage),
        rate=key.rate,
        text_hash=text.text_hash,
    )


def _item(item: Item, passage: Span) -> Item:
    return replace(
        item,
        targets=tuple(_target(target, passage) for target in item.targets if _inside(_reach(target), passage)),
        speaker=_cut_all(item.speaker, passage),
        cue=_cut_all(item.cue, passage),
        denying=_cut_all(item.denying, passage),
    )


def _guests(items: Iterable[Item], passage: Span) -> Iterator[Item]:
    """What may be marked here and answers an item whose own words stand elsewhere."""
    for item in items:
        here = [target for target in item.targets if _inside(_reach(target), passage)]
        if here and here[0] is not item.main:
            main = replace(here[0], factor=Fraction(1))
            as_guest = replace(item, label=main.label, targets=(main, *here[1:]), optional=True, bonus=Fraction(0))
            yield _item(as_guest, passage)


def _target(target: Target, passage: Span) -> Target:
    return replace(
        target,
        span=_cut(target.span, passage),
        joint=_cut_all(target.joint, passage),
        core=_cut_all(target.core, passage),
        outer=_cut_all(target.outer, passage),
        must=_cut_all(target.must, passage),
    )


def _among(item: Item, known: set[str]) -> Item:
    """`item` without what leads to answers that are not here."""
    targets = tuple(replace(target, covers=tuple(id for id in target.covers if id in known)) for target in item.targets)
    return replace(item, targets=targets, links=tuple(link for link in item.links if link.item in known))


def _place(text: Text, item: Item) -> tuple[str, tuple[Span, ...]]:
    """What no two answers may share: a label and words."""
    return item.label, text.words_touching(item.main.span)


def _reach(target: Target) -> Span:
    """From the first to the last word that has to do with it."""
    spans = (target.span, *target.joint, *target.core, *target.must, *target.outer)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _to_sentences(text: Text, span: Span) -> Span:
    touched = tuple(text.sentences_touching(span))
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))


def _touch(span: Span, passage: Span) -> bool:
    return span.start < passage.end and passage.start < span.end


def _inside(span: Span, passage: Span) -> bool:
    return passage.start <= span.start and span.end <= passage.end


def _cut(span: Span, passage: Span) -> Span:
    """What lies in the passage, counted from its start."""
    return Span(max(span.start, passage.start) - passage.start, min(span.end, passage.end) - passage.start)


def _cut_all(spans: Iterable[Span], passage: Span) -> tuple[Span, ...]:
    return tuple(_cut(span, passage) for span in spans if _touch(span, passage))
