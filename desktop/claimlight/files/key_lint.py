"""Look an answer key over: what keeps it from being used, and what would make it fairer or clearer."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from claimlight.core.article import Span, Text, overlap
from claimlight.core.codebook import Codebook
from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import AnswerKey, Item, Lesson, LessonText
from claimlight.files.finding import Finding, Severity, finding, finding_of
from claimlight.files.key_build import (
    KeyPlace,
    annotations,
    answers_counted,
    built_annotation,
    counted_sentences,
    is_ours,
    name_of,
)
from claimlight.files.key_checks import faults
from claimlight.files.key_file import key_from_page
from claimlight.files.lesson_facts import free_share
from claimlight.files.lesson_folder import article_of, lesson_of
from claimlight.files.lesson_toml import NAME, LessonSheet
from claimlight.files.reading import parse_json, read_bytes

_GRIM = re.compile(
    r"\b(?:killed|killings?|massacres?|atrocit(?:y|ies)|murder(?:s|ed)?|tortured?|rap(?:e|ed|es)|suicides?|corpses?)\b",
    re.IGNORECASE,
)
_ASKED = {"source": "source", "evidence": "status"}


@dataclass(frozen=True, slots=True)
class KeyContext:
    """What a key is checked against."""

    sheet: LessonSheet
    codebook: Codebook
    text_name: str

    def lesson(self, text: Text, key: AnswerKey) -> Lesson:
        """The lesson as far as this text goes."""
        return lesson_of(self.sheet, self.codebook, (LessonText(article_of(self.sheet, self.text_name, text), key),))


def key_findings(path: Path, text: Text, context: KeyContext) -> Iterator[Finding]:
    """Everything there is to say about the key in `path`, each answer on its own."""
    place = KeyPlace(path.name, context.sheet.slug, context.text_name)
    try:
        page = parse_json(read_bytes(path), place.file)
        listed = list(annotations(page, place))
    except ClaimlightError as error:
        yield finding_of(error, place.file)
        return
    good: list[Mapping[str, object]] = []
    for number, annotation in enumerate(listed, 1):
        yield from _annotation_findings(annotation, number, text, place, good)
    yield from _page_findings(page, listed, text, place)
    try:
        key = key_from_page({**page, "items": good}, text, place, context.sheet.example)
    except ClaimlightError as error:
        yield finding_of(error, place.file)
        return
    lesson = context.lesson(text, key)
    for fault in faults(lesson, context.text_name):
        yield finding_of(fault, place.file)
    yield from answers_findings(key, text, context, place.file)


def _annotation_findings(
    annotation: Mapping[str, object],
    number: int,
    text: Text,
    place: KeyPlace,
    good: list[Mapping[str, object]],
) -> Iterator[Finding]:
    """What keeps one annotation from being read; it is added to `good` if nothing does."""
    name = name_of(annotation, number)
    if not is_ours(annotation):
        yield finding("annotation-skipped", place.file, name)
        return
    try:
        built = built_annotation(annotation, text, place, number)
        key_from_page({"items": [built]}, text, place)
    except ClaimlightError as error:
        yield finding_of(error, place.file)
        return
    if _has_position(annotation) and built != annotation:
        yield finding("quote-moved", place.file, name)
    good.append(built)


def _page_findings(
    page: Mapping[str, object], listed: list[Mapping[str, object]], text: Text, place: KeyPlace
) -> Iterator[Finding]:
    by_hand = sum(1 for annotation in listed if is_ours(annotation) and not _has_position(annotation))
    if by_hand or page.get("text_sha256") != text.text_hash:
        yield finding("key-not-built", place.file)
    elif "rate" not in page:
        yield finding("rate-missing", place.file, "rate")


def _has_position(annotation: Mapping[str, object]) -> bool:
    target = annotation.get("target")
    selector = target.get("selector") if isinstance(target, Mapping) else None
    return isinstance(selector, list) and len(selector) > 1


def answers_findings(key: AnswerKey, text: Text, context: KeyContext, file: str) -> Iterator[Finding]:
    """What would make answers that can be used fairer or clearer."""
    for item in key.items:
        yield from _item_findings(item, key, text, context, file)
    for decoy in key.decoys:
        if not decoy.explanation:
            yield finding("decoy-without-reason", file, decoy.id)
    yield from _overlap_findings(key, text, file)
    yield from _group_findings(key, file)
    for id in context.sheet.example:
        if key.item(id) is None:
            yield finding("unknown-example", NAME, id, severity=Severity.ERROR, key=file)
    yield from _share_findings(key, text, context, file)
    yield from _care_findings(key, text, context, file)


def _item_findings(item: Item, key: AnswerKey, text: Text, context: KeyContext, file: str) -> Iterator[Finding]:
    if not item.explanation:
        yield finding("explanation-missing", file, item.id)
    if item.label == "denial":
        yield from _denial_findings(item, file)
    if item.label == "unverified-figure" and not item.attribute("reason"):
        yield finding("figure-without-reason", file, item.id)
    for asked, attribute in _ASKED.items():
        if asked in context.sheet.ask and not item.attribute(attribute) and not item.optional:
            yield finding("asked-not-answered", file, item.id, attribute=attribute)


def _denial_findings(item: Item, file: str) -> Iterator[Finding]:
    if not any(link.type == "denies" for link in item.links):
        yield finding("denial-without-link", file, item.id)
    no_words = item.denying or item.main.must
    if not no_words:
        yield finding("denial-without-no", file, item.id)
    main = item.main.span
    if any(not (main.start <= span.start and span.end <= main.end) for span in item.denying):
        yield finding("denying-outside", file, item.id)


def _overlap_findings(key: AnswerKey, text: Text, file: str) -> Iterator[Finding]:
    for item in key.items:
        words = set(words_of(text, item.main.span))
        for decoy in key.decoys:
            if words & set(words_of(text, decoy.span)):
                yield finding("decoy-over-item", file, decoy.id, other=item.id)
        if any(words & set(words_of(text, zone)) for zone in key.excluded):
            yield finding("item-excluded", file, item.id)


def words_of(text: Text, span: Span) -> tuple[Span, ...]:
    """The words that `span` covers: at least half of each."""
    return tuple(word for word in text.words_touching(span) if 2 * overlap(word, span) >= len(word))


def _group_findings(key: AnswerKey, file: str) -> Iterator[Finding]:
    sizes = Counter(item.group for item in key.items if item.group)
    for item in key.items:
        if sizes[item.group] == 1:
            yield finding("group-of-one", file, item.id, group=item.group)


def _share_findings(key: AnswerKey, text: Text, context: KeyContext, file: str) -> Iterator[Finding]:
    """Warn where too few sentences are free of answers."""
    required = answers_counted(key.items, context.sheet.example)
    total = counted_sentences(text, key.excluded)
    if required and (total <= required or Fraction(required, total - required) > Fraction(1, 2)):
        share = free_share(text, key, context.sheet.example)
        yield finding("too-few-free", file, answers=required, sentences=total, share=share)


def _care_findings(key: AnswerKey, text: Text, context: KeyContext, file: str) -> Iterator[Finding]:
    """What an article about violence needs: a warning before it opens, and the status in the world."""
    grim = _GRIM.search(text.text)
    if grim and not context.sheet.content_note:
        yield finding("content-note-missing", NAME, "content_note", word=grim[0])
    disputed = [item for item in key.items if item.label == "denial" or "contested" in item.attribute("status")]
    if grim and disputed and not any(item.world for item in key.items):
        yield finding("world-missing", file, disputed[0].id)
