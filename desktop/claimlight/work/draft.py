"""A lesson in the making: what its parts say, and the parts that a gesture changes.

Parts (see `core.draft`): "sheet" holds what `lesson.toml` says, as JSON; "text:article" the article's Markdown;
"answer:ID" one answer, trap or excluded zone as it stands in a key file, with how sure its place is; "file:NAME" any
other file of the lesson as it is (a label guide of its own, a plain version and its answers), in Base64.
"""

import json
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from claimlight.core.anchoring import Degree
from claimlight.core.article import Direction, Span, Text
from claimlight.core.codebook import Codebook
from claimlight.core.draft import PartEdit, Parts
from claimlight.core.errors import LessonError
from claimlight.core.lesson import AnswerKey, Item, Lesson, LessonText
from claimlight.files.codebook_file import NAME as CODEBOOK
from claimlight.files.codebook_file import codebook_from_toml, shipped_codebook
from claimlight.files.key_build import KeyPlace, rate_for
from claimlight.files.key_file import key_of
from claimlight.files.key_json import Entry, Zone, entry_from_json, entry_json
from claimlight.files.lesson_folder import article_of, lesson_of
from claimlight.files.lesson_toml import LessonSheet, sheet_from_values
from claimlight.files.markdown_text import build_text

SHEET, ARTICLE = "sheet", "text:article"
_ANSWER, _FILE = "answer:", "file:"
_NAME = "article"


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry and how sure it is that it still stands on the right words; one in doubt does not count."""

    entry: Entry
    degree: Degree = Degree.SAME

    @property
    def counts(self) -> bool:
        return self.degree in (Degree.SAME, Degree.MOVED)


@dataclass(frozen=True, slots=True)
class LostEntry:
    """An entry whose words are gone from the text; it is kept with its words until it is marked anew or removed."""

    id: str
    label: str
    words: str
    annotation: Mapping[str, object]


@dataclass(frozen=True)
class Draft:
    """What the parts of a draft say. `values` are those of `lesson.toml`, `text` is built from `markdown`."""

    parts: Parts
    values: Mapping[str, object]
    markdown: str
    text: Text
    entries: Mapping[str, PlacedEntry]
    lost: Mapping[str, LostEntry]

    @cached_property
    def sheet(self) -> LessonSheet:
        """Raises LessonError, naming the field that is wrong."""
        return sheet_from_values(self.values)

    @property
    def place(self) -> KeyPlace:
        return KeyPlace(f"{_NAME}.key.json", str(self.values.get("slug", "lesson")), _NAME)

    @cached_property
    def codebook(self) -> Codebook:
        own = self.files().get(CODEBOOK)
        return codebook_from_toml(own, CODEBOOK) if own else shipped_codebook(self.sheet.codebook)

    def files(self) -> dict[str, bytes]:
        """The lesson's other files, by name."""
        return {name.removeprefix(_FILE): b64decode(value) for name, value in _under(self.parts, _FILE)}

    def key(self) -> AnswerKey:
        """The answers as they count now."""
        placed = [each.entry for each in self.entries.values() if each.counts]
        items = tuple(sorted((each for each in placed if isinstance(each, Item)), key=lambda item: item.main.span))
        zones = tuple(sorted(each.span for each in placed if isinstance(each, Zone)))
        decoys = tuple(sorted((each for each in placed if not isinstance(each, Item | Zone)), key=lambda one: one.span))
        known = {item.id for item in items}
        linked = tuple(replace(item, links=tuple(link for link in item.links if link.item in known)) for item in items)
        rate = rate_for(self.text, linked, zones, self.sheet.example)
        return key_of(linked, decoys, zones, rate, self.text)

    def lesson(self) -> Lesson:
        """The lesson as it would be given out now, its article alone. Raises LessonError."""
        article = article_of(self.sheet, _NAME, self.text)
        return lesson_of(self.sheet, self.codebook, (LessonText(article, self.key()),))


def draft_of(parts: Parts, before: Draft | None = None) -> Draft:
    """What `parts` say. Raises LessonError or TextError. `before` spares building what stayed the same."""
    values = _values(parts)
    markdown = parts[ARTICLE]
    text = before.text if before is not None and _same_text(parts, before) else text_of(markdown, values)
    place = KeyPlace(f"{_NAME}.key.json", str(values.get("slug", "lesson")), _NAME)
    entries: dict[str, PlacedEntry] = {}
    lost: dict[str, LostEntry] = {}
    for part, value in _under(parts, _ANSWER):
        id = part.removeprefix(_ANSWER)
        if before is not None and text is before.text and before.parts.get(part) == value:
            if id in before.entries:
                entries[id] = before.entries[id]
            else:
                lost[id] = before.lost[id]
            continue
        kept = json.loads(value)
        if kept["degree"] == Degree.LOST:
            lost[id] = _lost(id, kept["annotation"])
        else:
            entries[id] = PlacedEntry(entry_from_json(kept["annotation"], place), Degree(kept["degree"]))
    return Draft(parts, values, markdown, text, entries, lost)


def text_of(markdown: str, values: Mapping[str, object]) -> Text:
    """The text of `markdown` in the language that `values` name. Raises TextError."""
    direction = Direction(str(values.get("direction", Direction.LEFT_TO_RIGHT)))
    return _built(markdown, str(values.get("language", "en")), direction)


def answer_part(id: str) -> str:
    return _ANSWER + id


def file_part(name: str) -> str:
    return _FILE + name


def entry_text(draft: Draft, placed: PlacedEntry) -> str:
    """The part that holds `placed`."""
    return kept_text(entry_json(placed.entry, draft.text, draft.place), placed.degree)


def kept_text(annotation: Mapping[str, object], degree: Degree) -> str:
    return json.dumps({"degree": degree, "annotation": annotation}, ensure_ascii=False)


def edit_of(draft: Draft, part: str, after: str | None) -> tuple[PartEdit, ...]:
    """The edit that makes `part` say `after`; none where it does already."""
    before = draft.parts.get(part)
    return () if before == after else (PartEdit(part, before, after),)


def entry_edit(draft: Draft, placed: PlacedEntry) -> tuple[PartEdit, ...]:
    """The edit that puts `placed` into the draft, in the place of the entry with its id."""
    return edit_of(draft, answer_part(placed.entry.id), entry_text(draft, placed))


def removal_edits(draft: Draft, id: str) -> tuple[PartEdit, ...]:
    """The edits that take an entry out, and with it every link to it and every mention of it."""
    edits = list(edit_of(draft, answer_part(id), None))
    for placed in draft.entries.values():
        entry = placed.entry
        if not isinstance(entry, Item) or entry.id == id:
            continue
        freed = without_mention(entry, id)
        if freed != entry:
            edits += entry_edit(draft, replace(placed, entry=freed))
    return tuple(edits)


def without_mention(item: Item, id: str) -> Item:
    """`item` without links to the answer `id`, and without covering it."""
    return replace(
        item,
        links=tuple(link for link in item.links if link.item != id),
        targets=tuple(
            replace(target, covers=tuple(each for each in target.covers if each != id)) for target in item.targets
        ),
    )


def sheet_edit(draft: Draft, **changed: object) -> tuple[PartEdit, ...]:
    """The edit that writes `changed` into the sheet; None takes a field out. Raises LessonError where one is wrong."""
    values = {name: value for name, value in {**draft.values, **changed}.items() if value is not None}
    sheet_from_values(values)
    return edit_of(draft, SHEET, values_text(values))


def values_text(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False)


def free_id(draft: Draft, letter: str) -> str:
    """An id for a new entry that none has or had a moment ago: "c1", "c2", …"""
    taken = {*draft.entries, *draft.lost}
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def span_of(entry: Entry) -> Span:
    return entry.main.span if isinstance(entry, Item) else entry.span


def _values(parts: Parts) -> dict[str, object]:
    values = json.loads(parts[SHEET])
    if not isinstance(values, dict):
        raise LessonError("broken-json", file=SHEET, line=1)
    return values


def _same_text(parts: Parts, before: Draft) -> bool:
    return parts[ARTICLE] == before.markdown and parts[SHEET] == before.parts[SHEET]


@lru_cache(maxsize=2)
def _built(markdown: str, language: str, direction: Direction) -> Text:
    """A change of the text is worked out on the text that it makes, which is built once for both."""
    return build_text(markdown, language, direction)


def _under(parts: Parts, prefix: str) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in parts.items() if name.startswith(prefix))


def _lost(id: str, annotation: Mapping[str, object]) -> LostEntry:
    body, target = annotation["body"], annotation["target"]
    assert isinstance(body, Mapping), "written by us"
    assert isinstance(target, Mapping), "written by us"
    words = next(part["exact"] for part in target["selector"] if "exact" in part)
    return LostEntry(id, str(body.get("label", "")), words, annotation)
